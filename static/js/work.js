// Bringing files by dropping them, and saying which were chosen.
function tell(drop, files) {
  const list = drop.querySelector("[data-chosen]");
  list.replaceChildren(...[...files].map((file) => Object.assign(document.createElement("li"), { textContent: file.name })));
}

for (const form of document.querySelectorAll("[data-drop]")) {
  const input = form.querySelector("input[type=file]");
  const area = form.querySelector(".drop");
  input.addEventListener("change", () => tell(form, input.files));
  for (const kind of ["dragenter", "dragover"]) form.addEventListener(kind, (event) => { event.preventDefault(); area.classList.add("is-over"); });
  for (const kind of ["dragleave", "drop"]) form.addEventListener(kind, () => area.classList.remove("is-over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    tell(form, input.files);
  });
  form.addEventListener("submit", () => {
    const button = form.querySelector("[data-busy]");
    if (input.files.length) button.textContent = button.dataset.busy;
  });
}
