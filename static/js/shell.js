// Small manners of every page: messages show up, the tab in view is the chosen one, forms that say so ask first, pressed buttons do not send twice.
document.addEventListener("DOMContentLoaded", () => {
  for (const toast of document.querySelectorAll(".toast")) bootstrap.Toast.getOrCreateInstance(toast).show();
  for (const now of document.querySelectorAll(".tabs-scroll [aria-current]")) {
    const box = now.closest(".tabs-scroll");
    const [inner, outer] = [now.getBoundingClientRect(), box.getBoundingClientRect()];
    box.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const question = form.dataset.ask;
  if (question && !window.confirm(question)) {
    event.preventDefault();
    return;
  }
  if (form.dataset.sent) event.preventDefault();
  else if (form.method === "post") form.dataset.sent = "yes";
});

// Coming back with the browser's button shows the page as it was: let its forms be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// A page that looks again by itself, and whose person has signed out meanwhile, shows the sign-in.
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 401 && event.detail.requestConfig.verb === "get") location.reload();
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});
