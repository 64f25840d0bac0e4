// Keys for those who read much: nothing on the site needs them.
"use strict";
(() => {
  const items = () => [...document.querySelectorAll("[data-item]")];
  let at = -1;
  let led = false; // whether g was pressed just now

  const move = (step) => {
    const all = items();
    if (!all.length) return;
    at = Math.min(Math.max(at + step, 0), all.length - 1);
    for (const item of all) item.classList.remove("at");
    const item = all[at];
    item.classList.add("at");
    const link = item.querySelector("[data-open], a, summary, button");
    (link || item).focus({ preventScroll: true });
    item.scrollIntoView({ block: "center", behavior: "auto" });
  };

  // by the links of the page itself, which lead on from a folder too
  const go = (screen) => document.querySelector(`[data-screen="${screen}"]`)?.click();

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    o: () => items()[at]?.querySelector("[data-open], a")?.click(),
    e: () => {
      const inside = items()[at]?.querySelector("details") || document.querySelector("main details");
      if (inside) inside.open = !inside.open;
    },
    "/": () => {
      const field = document.querySelector("main input[type=search]");
      if (field) field.focus();
      else go(document.querySelector('[data-screen="search"]') ? "search" : "names");
    },
    "?": () => document.getElementById("keys")?.showModal(),
  };

  const press = (name) => document.querySelector(`[data-key="${name}"]`)?.click();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.target.closest("input, select, textarea, [contenteditable]");
    if (field) {
      if (event.key === "Escape") field.blur();
      return;
    }
    if (led && event.key === "t") {
      go("today");
      return;
    }
    led = event.key === "g";
    const own = CSS.escape(event.key);
    if (event.key.length === 1 && document.querySelector(`[data-key="${own}"]`)) {
      event.preventDefault();
      press(own);
    } else if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // on a phone the screens stand in one line: show where one is
  const here = document.querySelector(".screens [aria-current]");
  const line = document.querySelector(".screens");
  if (here && line.scrollWidth > line.clientWidth) here.scrollIntoView({ inline: "center", block: "nearest" });

  // a form whose answer takes a while says so
  for (const form of document.querySelectorAll("form[data-busy]")) {
    form.addEventListener("submit", () => {
      form.setAttribute("aria-busy", "true");
      const line = document.createElement("p");
      line.className = "notice";
      line.setAttribute("role", "status");
      line.textContent = form.dataset.busy;
      form.append(line);
    });
  }
})();
