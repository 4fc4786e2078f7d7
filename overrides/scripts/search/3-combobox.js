/* Results under the field while typing: the editable combobox with list autocomplete of the
   ARIA Authoring Practices. The form stays a form: Enter without a choice sends it. */

function combobox(input) {
  const ask = newAsker();
  const list = element("ul", { role: "listbox", id: "found", "aria-label": say("search_results") });
  const note = element("p", { "aria-hidden": "true" });
  const panel = element("div", { class: "found", hidden: "" }, note, list);
  const status = element("p", { role: "status", class: "hide" });
  let active = -1;
  let wanted = "";  // what the list shows or will show; empty when it was closed
  let announcing;

  function open(shown) {
    panel.hidden = !shown;
    input.setAttribute("aria-expanded", shown && !list.hidden);
    if (!shown) activate(-1);
  }

  function activate(number) {
    const options = list.children;
    if (options[active]) options[active].setAttribute("aria-selected", "false");
    active = number;
    if (!options[active]) return input.removeAttribute("aria-activedescendant");
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  }

  /* Goes to the result, or searches for the better spelling. */
  function choose(option) {
    if (option.dataset.url) return location.assign(option.dataset.url);
    input.value = option.dataset.query;
    update();
  }

  function show(answer) {
    const chosen = list.children[active];  // an answer may come late, when the arrows are used already
    const options = answer.hits.map((hit) => {
      const meta = facts(hit);
      return element("li", { "data-url": hit.url }, element("b", {}, hit.name), ...(meta ? [" ", element("small", {}, meta)] : []));
    });
    if (answer.suggestion) {
      options.unshift(element("li", { "data-query": answer.suggestion }, say("did_you_mean") + " ", element("b", {}, answer.suggestion)));
    }
    options.forEach((option, number) => {
      option.id = "found-" + number;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
    });
    activate(-1);
    list.textContent = "";
    list.append(...options);
    list.hidden = !options.length;
    note.textContent = summary(answer);
    open(true);
    if (chosen) activate(Math.max(0, options.findIndex((option) => option.dataset.url === chosen.dataset.url)));
    clearTimeout(announcing);  // a reader hears the count when the typing rests
    announcing = setTimeout(() => {
      status.textContent = note.textContent + (answer.suggestion ? " " + say("did_you_mean") + " " + answer.suggestion : "");
    }, 500);
  }

  async function update() {
    const query = input.value.trim();
    if (query.length < 2) return close();
    wanted = query;
    const answer = await ask(new URLSearchParams({ q: query, limit: 8 }));
    if (answer && wanted === query) show(answer);
  }

  function close() {
    wanted = "";
    typed.stop();
    clearTimeout(announcing);
    status.textContent = "";
    open(false);
  }

  function onKey(event) {
    const options = list.children;
    const shown = !panel.hidden;
    const last = options.length - 1;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!shown && !options.length) return update();
      if (!shown) open(true);
      if (event.altKey) return event.key === "ArrowUp" && close();
      activate(event.key === "ArrowDown" ? (active < last ? active + 1 : 0) : (active > 0 ? active - 1 : last));
    } else if (event.key === "Enter" && shown && options[active]) {
      event.preventDefault();
      choose(options[active]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!shown) input.value = "";
      close();
    } else if (event.key === "Home" || event.key === "End") {
      activate(-1);  // the field itself moves its caret
    }
  }

  const typed = afterTyping(update);
  const pressed = { role: "combobox", "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list", autocomplete: "off" };
  Object.keys(pressed).forEach((key) => input.setAttribute(key, pressed[key]));
  input.form.append(panel, status);
  input.addEventListener("input", () => { activate(-1); typed(); });
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault());  // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("li");
    if (option) choose(option);
  });
  if (input.value) update();
}
