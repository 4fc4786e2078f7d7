/* The search page: results while typing and choosing, the address kept in step. */

const SOME = 10;  // results at a time

function searchPage(form, place) {
  const ask = newAsker();
  const input = form.elements.q;
  const saver = navigator.connection && navigator.connection.saveData;
  const fields = Array.from(form.elements).filter((field) => field.name);
  const narrow = form.querySelector("details");
  let counted = false;  // results that the server wrote come without counts

  function parameters() {
    const values = new URLSearchParams();
    fields.forEach((field) => {
      const value = field.type === "checkbox" && !field.checked ? "" : field.value.trim();
      if (value) values.append(field.name, value);
    });
    return values;
  }

  async function update() {
    const asked = parameters();
    const address = asked.toString();
    history.replaceState(null, "", address ? "?" + address : location.pathname);
    if (!asked.has("q")) return place.textContent = "";
    asked.append("limit", SOME);
    const answer = await ask(asked);
    if (answer) show(answer, asked);
  }

  function show(answer, asked) {
    let status = document.getElementById("result-count");
    if (!status) status = element("p", { role: "status", id: "result-count" });
    const list = element("ol", { class: "results" }, ...answer.hits.map(result));
    Array.from(place.childNodes).forEach((child) => child === status || child.remove());
    if (!status.parentNode) place.append(status);
    place.append(list);
    if (!answer.away) offerMore(answer.total, list, asked);
    requestAnimationFrame(() => {  // a reader announces what changes, not what is there at once
      status.textContent = summary(answer);
      if (answer.suggestion) {
        status.append(" " + say("did_you_mean") + " ", element("a", { href: "?q=" + encodeURIComponent(answer.suggestion) }, answer.suggestion));
      }
    });
    count(answer.facets || {});
    counted = true;
  }

  function result(hit) {
    const meta = facts(hit);
    return element("li", {}, element("a", { href: hit.url }, hit.name), ...(meta ? [element("p", { class: "meta" }, meta)] : []));
  }

  function offerMore(total, list, asked) {
    if (list.children.length >= total) return;
    const button = element("button", { type: "button", class: "action" }, say("results_more"));
    button.addEventListener("click", async () => {
      const shown = list.children.length;
      asked.set("offset", shown);
      const answer = await ask(asked);
      if (!answer || answer.away) return;
      list.append(...answer.hits.map(result));
      if (list.children[shown]) list.children[shown].firstChild.focus();
      button.remove();
      if (answer.hits.length) offerMore(total, list, asked);
    });
    place.append(button);
  }

  /* Beside each choice how many results it leaves; not where a choice is made already. */
  function count(facets) {
    fields.filter((field) => field.options).forEach((field) => {
      Array.from(field.options).forEach((option) => {
        const counts = !field.value && option.value && facets[field.name];
        option.text = option.dataset.label + (counts ? " (" + (counts[option.value] || 0) + ")" : "");
      });
    });
  }

  fields.filter((field) => field.options).forEach((field) => {
    Array.from(field.options).forEach((option) => { option.dataset.label = option.text; });
  });
  new URLSearchParams(location.search).forEach((value, name) => {
    const field = fields.find((one) => one.name === name);
    if (!field) return;
    if (field.type === "checkbox") field.checked = true;
    else field.value = value;
    if (field !== input) field.closest("details").open = true;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    update();
  });
  if (!saver) {
    narrow.addEventListener("toggle", () => narrow.open && input.value && !counted && update());
    input.addEventListener("input", afterTyping(update));
    form.addEventListener("change", (event) => event.target !== input && update());
  }
  if (input.value && !place.querySelector("li")) update();  // the server wrote no results
}
