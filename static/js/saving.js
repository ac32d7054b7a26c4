// What is typed into an audit is not left without a question; forms that save themselves say what is not saved yet and send it again.
(() => {
  const AGAIN = 5000;
  const typed = new WeakMap();
  const sent = new WeakMap();
  const unsaved = new Set();
  const failed = new Map(); // with what is said beside each
  const times = (form) => typed.get(form) || 0;
  const REFUSED = { 401: "signed-out", 409: "another" };
  const note = (form) => form.querySelector(".saved");
  const saves = (element) => element instanceof HTMLFormElement && element.matches(".judged");

  const say = (form, what) => {
    if (failed.get(form) === what) return;
    failed.set(form, what);
    note(form).replaceChildren(document.getElementById(what).content.cloneNode(true));
    note(form).classList.add("is-bad");
  };

  const setWas = (form, name, values) => {
    const box = form.querySelector("[id$=-was]");
    for (const input of box.querySelectorAll(`[name="was-${name}"]`)) input.remove();
    const inputs = values.map((value) => Object.assign(document.createElement("input"), { type: "hidden", name: `was-${name}`, value }));
    box.append(...inputs);
  };

  // What is sent may stand there from now on, also where no answer comes: to this page it is nobody else's.
  const own = (form) => {
    const data = new FormData(form);
    for (const [name, value] of data) {
      const was = data.getAll(`was-${name}`);
      if (was.length && !was.includes(value)) setWas(form, name, [...was, value]);
    }
  };

  // Before htmx hears of it, so that what is sent now is known to hold it.
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!saves(form)) return;
    typed.set(form, times(form) + 1);
    unsaved.add(form);
  }, true);

  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.target;
    if (!saves(form)) return;
    const isLeft = event.detail.requestConfig.triggeringEvent?.type === "change" && sent.get(form) === times(form);
    if (isLeft) event.preventDefault(); // leaving a field whose words are on their way already
    else {
      sent.set(form, times(form));
      own(form);
    }
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target;
    if (!saves(form)) return;
    if (!event.detail.successful) {
      say(form, REFUSED[event.detail.xhr.status] || failed.get(form) || "not-saved");
      return;
    }
    failed.delete(form);
    note(form).classList.remove("is-bad");
    const isWhole = sent.get(form) === times(form) && !note(form).querySelector("[data-refused], [data-clash]");
    if (!isWhole) return;
    unsaved.delete(form);
    sessionStorage.removeItem(form.action);
  });

  // Why nothing can be sent, "" when it can; whoever has signed in again holds another token than the page.
  const trouble = async () => {
    const answer = await fetch(document.querySelector("[data-keeps]")?.dataset.keeps || location.href);
    if (answer.redirected) return "signed-out";
    if (!answer.ok) return "not-saved";
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.body.dataset.user !== document.body.dataset.user) return "another";
    const token = page.querySelector("[name=csrfmiddlewaretoken]").value;
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
    document.body.setAttribute("hx-headers", page.body.getAttribute("hx-headers"));
    return "";
  };

  const begun = new Set(); // of what a button sends
  const leaving = new Set(); // on its way: whatever tries it again meanwhile adds nothing

  const send = (form) => {
    if (saves(form)) return htmx.trigger(form, "resend");
    if (leaving.has(form)) return;
    leaving.add(form);
    begun.delete(form);
    failed.delete(form);
    own(form);
    form.submit();
  };

  let isTrying = false;
  const resend = async () => {
    if (isTrying || !failed.size || !navigator.onLine) return;
    isTrying = true;
    try {
      const found = await trouble();
      for (const form of failed.keys()) found ? say(form, found) : send(form);
    } catch { /* still no connection: the next try comes by itself */ } finally {
      isTrying = false;
    }
  };
  for (const kind of ["online", "focus"]) window.addEventListener(kind, resend);
  setInterval(resend, AGAIN);

  // What a button would send is asked about until it does, and leaves the page only where it arrives.
  // Once something more is typed, what a press could not send waits for the next one.
  document.addEventListener("input", ({ target: { form } }) => {
    if (!form?.matches("[data-keeps]")) return;
    begun.add(form);
    failed.delete(form);
  });
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches("[data-keeps]")) return;
    event.preventDefault();
    const found = await trouble().catch(() => "not-saved");
    if (!found) return send(form);
    say(form, found);
    delete form.dataset.sent;
  });

  // What could not be sent is asked about; what is only just typed goes out with the page. Whoever stays may send any form.
  window.addEventListener("beforeunload", (event) => {
    const isStuck = (form) => failed.has(form) || note(form).querySelector("[data-refused], [data-clash]");
    if (!begun.size && !(unsaved.size && (!navigator.onLine || [...unsaved].some(isStuck)))) return;
    event.preventDefault();
    setTimeout(() => {
      leaving.clear();
      for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
    });
  });
  window.addEventListener("pagehide", () => {
    for (const form of unsaved) {
      sessionStorage.setItem(form.action, JSON.stringify([...new FormData(form)]));
      own(form);
      fetch(form.action, { method: "POST", body: new FormData(form), keepalive: true, redirect: "manual" }).catch(() => {});
    }
  });

  // Whoever left before an answer came and is here again may have been faster than what they left: it is put back and sent again.
  const putBack = (form) => {
    const kept = JSON.parse(sessionStorage.getItem(form.action) || "[]");
    if (!kept.some(([name, value]) => name === "was-user" && value === document.body.dataset.user)) return;
    for (const [name, value] of kept) {
      const was = kept.filter(([other]) => other === `was-${name}`).map(([, one]) => one);
      if (was.every((one) => one === value) || form.elements[name].value === value) continue;
      form.elements[name].value = value;
      setWas(form, name, [...was, value]);
      const [field] = form.querySelectorAll(`[name="${name}"]`);
      if (field.closest("details")) field.closest("details").open = true;
      unsaved.add(form);
    }
    if (!unsaved.has(form)) sessionStorage.removeItem(form.action);
  };
  for (const form of document.querySelectorAll(".judged")) putBack(form);
  window.addEventListener("pageshow", () => {
    for (const form of unsaved) htmx.trigger(form, "resend");
  });

  // Where another page has written meanwhile: from now on this one starts from that, with mine over it or without.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-settle]");
    if (!button) return;
    const form = button.closest("form");
    const { clash, theirs } = button.closest("[data-clash]").dataset;
    setWas(form, clash, [theirs]);
    if (button.dataset.settle === "theirs") {
      const field = form.elements[clash];
      if (field instanceof RadioNodeList) for (const choice of field) choice.checked = choice.value === theirs;
      else field.value = theirs;
    }
    htmx.trigger(form, "resend");
  });
})();
