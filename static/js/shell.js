// Small manners of every page: messages show up, the tab in view is the chosen one, forms that say so ask first, pressed buttons
// do not send twice, work that goes on is looked at again.
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

// Who has signed out meanwhile is shown the sign-in.
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 401 && event.detail.requestConfig.verb === "get") location.reload();
});

// While work goes on the page looks again by itself; where no answer comes it says so, and goes on looking. htmx would call each
// try that fails an error of the page.
(() => {
  const [AGAIN, PATIENCE] = [2000, 20000];
  let isLooking = false;

  const ask = async () => {
    const waiting = new AbortController();
    const alarm = setTimeout(() => waiting.abort(), PATIENCE);
    try {
      const answer = await fetch(location.href, { headers: { "HX-Request": "true" }, signal: waiting.signal });
      return [answer, await answer.text()];
    } finally {
      clearTimeout(alarm);
    }
  };

  const look = async (asking) => {
    const [answer, text] = await ask();
    if (!answer.ok && answer.status !== 401) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.querySelector(asking.dataset.again);
    if (!answer.ok || !fresh) return location.reload(); // signed out, or not there any more
    document.querySelector(asking.dataset.again).replaceWith(fresh);
    document.title = page.title;
    htmx.process(fresh);
  };

  setInterval(async () => {
    const asking = document.querySelector("[data-again]");
    if (!asking || isLooking) return;
    isLooking = true;
    await look(asking).catch(() => { asking.querySelector("[data-unanswered]").hidden = false; });
    isLooking = false;
  }, AGAIN);
})();

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});

// What a row is says what its columns hold: the day of an account's values is when a post was published.
document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-twins]")) return;
  const twins = JSON.parse(target.dataset.twins)[target.value];
  for (const select of target.form.querySelectorAll("select")) {
    if (select !== target && select.value in twins) select.value = twins[select.value];
  }
});
