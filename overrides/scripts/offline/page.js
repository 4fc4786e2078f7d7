/* "Keep on this phone" beside a list, and the page that shows what is kept. The worker does the
   work, one thing after another; this asks it and says how far it is. */
(async function (page) {
  const worker = navigator.serviceWorker;
  const box = page.getElementById("keep"), shelf = page.getElementById("kept");
  const language = page.documentElement.lang;
  const SILENCE = 30000;  // milliseconds without a word from the worker

  if (!worker || !window.caches) return;
  if (box) offer(new URL("keep.json", location.href).pathname).catch(() => box.remove());
  if (shelf) show();

  async function opened() {
    const name = (await caches.keys()).find((one) => one.startsWith("xizmat-"));
    return name && caches.open(name);
  }

  /* Sends the worker a wish; `tell` hears how many of how many pages are there. True if done. */
  async function ask(wish, tell) {
    const line = new MessageChannel(), { active } = await worker.ready;
    return new Promise((answer) => {
      let timer = setTimeout(answer, SILENCE, false);
      line.port1.onmessage = (event) => {
        const [done, all] = event.data;
        clearTimeout(timer);
        if (all === undefined) return answer(done);
        timer = setTimeout(answer, SILENCE, false);
        tell(done, all);
      };
      active.postMessage(wish, [line.port2]);
    });
  }

  /* How much will come through the air: the list's size was taken with another compression than
     this host's, and this page, which the browser still has, shows how the two compare. (What a
     worker handed over as the page itself is measured unpacked.) */
  function kilobytes(list, here) {
    const own = performance.getEntriesByName(here, "resource").map((entry) => entry.encodedBodySize).pop();
    return Math.max(1, Math.round(list.bytes / list.own * (own || list.own) / 1000));
  }

  /* Browsers do not know how Uzbek writes a decimal: like Russian, with a comma. */
  function size(amount, { kilobytes, megabytes }) {
    if (amount < 1000) return kilobytes.replace("{count}", amount);
    const shown = (amount / 1000).toFixed(1);
    return megabytes.replace("{count}", language === "en" ? shown : shown.replace(".", ","));
  }

  async function offer(path) {
    const here = location.origin + location.pathname;
    await (await fetch(here, { cache: "force-cache" })).text();
    const list = await (await fetch(path)).json();
    const button = box.querySelector("button"), status = box.querySelector("[role=status]");
    const { keep, drop, busy, kept, failed } = box.dataset;
    const label = keep.replace("{size}", size(kilobytes(list, here), box.dataset));

    async function update() {
      const cache = await opened();
      const there = cache && await cache.match(path);
      button.textContent = there ? drop : label;
      button.dataset.wish = there ? "drop" : "keep";
      return there;
    }
    button.onclick = async () => {
      const { wish } = button.dataset;
      button.setAttribute("aria-disabled", "true");
      if (wish === "keep" && navigator.storage && navigator.storage.persist) navigator.storage.persist();
      const done = await ask({ [wish]: path }, (count, all) => {
        status.textContent = busy.replace("{done}", count).replace("{all}", all);
      });
      button.removeAttribute("aria-disabled");
      status.textContent = !done ? failed : await update() ? kept : "";
    };
    if (await update()) status.textContent = kept;
    button.parentNode.hidden = false;
  }

  function element(name, attributes, ...children) {
    const made = Object.assign(page.createElement(name), attributes);
    made.append(...children);
    return made;
  }

  /* The title and language of a kept page as a link to it. */
  async function link(cache, path) {
    const found = await cache.match(path);
    const read = new DOMParser().parseFromString(found ? await found.text() : "", "text/html");
    const title = read.querySelector("h1");
    return element("a", { href: path, lang: read.documentElement.lang }, title ? title.textContent : path);
  }

  async function show() {
    const cache = await opened();
    const paths = cache ? (await cache.keys()).map((request) => new URL(request.url).pathname) : [];
    const lists = [], chosen = new Set();
    for (const path of paths.filter((one) => one.endsWith("/keep.json"))) {
      const list = await (await cache.match(path)).json();
      list.pages.forEach((one) => chosen.add(one));
      if (list.bytes) lists.push([path, list.pages.length]);
    }
    const rows = await Promise.all(lists.map(async ([path, count]) => {
      const remove = element("button", { type: "button", className: "action" }, shelf.dataset.drop);
      const named = await link(cache, path.replace("keep.json", ""));
      remove.setAttribute("aria-label", shelf.dataset.drop + ": " + named.textContent);
      remove.onclick = () => ask({ drop: path }).then(show);
      named.append(" (" + count + ")");
      return element("li", {}, named, remove);
    }));
    const others = paths.filter((one) => one.endsWith("/") && !chosen.has(one));
    const read = await Promise.all(others.map(async (path) => element("li", {}, await link(cache, path))));
    fill("lists", rows);
    fill("pages", read);
    shelf.hidden = !rows.length && !read.length;
    page.getElementById("kept-none").hidden = !shelf.hidden;
  }

  function fill(name, rows) {
    const list = page.getElementById("kept-" + name);
    list.replaceChildren(...rows);
    list.parentNode.hidden = !rows.length;
  }

  if (shelf) page.getElementById("kept-clear").onclick = () => ask({ drop: "" }).then(show);
})(document);
