/* The service worker: what was read, and what the reader chose to keep, opens without a network.

   All of it lies in one cache named after its release (`release.txt`). When the server has a new
   release, everything is fetched again into a cache of its own, and the old one answers until
   that is done: what opens without a network is always of one release. Lists (`keep.json`) name
   pages that are kept together. This text is the same for all releases and never reloads a page. */
const HOME = new URL(registration.scope).pathname;
const OURS = "xizmat-";
const RELEASE = HOME + "release.txt";
const LIST = "keep.json";
const MOST = 200;  // pages that were only read
const AT_ONCE = 8;
const PATIENCE = 4000;  // milliseconds after which a kept page is shown instead

const PREFIXES = ["uz-cyrl/", "ru/", "en/", ""].map((folder) => HOME + folder);
const prefix = (path) => PREFIXES.find((start) => path.startsWith(start));
const ours = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));
let last = Promise.resolve();

/* One after another: two readers of one phone must not fetch the same. */
function queue(job) {
  last = last.catch(() => {}).then(job);
  return last;
}

async function fresh(url) {
  const answer = await fetch(url, { cache: "no-cache" });
  if (answer.status > 499) throw answer;
  return answer;
}

async function release() {
  const answer = await fresh(RELEASE);
  if (!answer.ok) throw answer;
  return [OURS + (await answer.clone().text()).trim(), answer];
}

async function paths(name) {
  return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname);
}

/* The kept answer for a path; the oldest cache is the whole one. */
async function find(path) {
  const [name] = await ours();
  return name && caches.match(path, { cacheName: name });
}

/* Keeps `urls` with all that was kept before, in the release of this moment. */
async function keep(urls, tell) {
  const [name, said] = await release();
  const [first, ...others] = await ours();
  for (const other of others) if (other !== name) await caches.delete(other);
  const cache = await caches.open(name);
  const moved = first && first !== name;
  const before = moved ? (await paths(first)).filter((path) => !/\/public\/|\.txt$/.test(path)) : [];
  const wanted = new Set(), lists = [];
  for (const url of [...before, ...urls]) {
    if (!url.endsWith(LIST)) wanted.add(url);
    else if (!await cache.match(url)) {
      const answer = await fresh(url);
      if (!answer.ok) continue;
      lists.push([url, answer.clone()]);
      (await answer.json()).pages.forEach((page) => wanted.add(page));
    }
  }
  const missing = [];
  for (const url of wanted) if (!await cache.match(url)) missing.push(url);
  for (let done = 0; done < missing.length; done += AT_ONCE) {
    const part = missing.slice(done, done + AT_ONCE);
    tell(done, missing.length);
    const answers = await Promise.all(part.map(fresh));
    if ((await release())[0] !== name) return keep(urls, tell);  // it moved on in between
    await Promise.all(part.map((url, n) => answers[n].ok && !answers[n].redirected && cache.put(url, answers[n])));
  }
  if (lists.length && (await release())[0] !== name) return keep(urls, tell);
  for (const [url, answer] of lists) await cache.put(url, answer);
  await cache.put(RELEASE, said);
  if (moved) await caches.delete(first);
}

/* Every page that a kept list names. */
async function chosen(cache) {
  const lists = (await cache.keys()).filter((request) => request.url.endsWith(LIST));
  const named = await Promise.all(lists.map(async (list) => (await (await cache.match(list)).json()).pages));
  return new Set(named.flat());
}

/* Keeps a page that is being read with what its variant needs; the list of names from the second
   page on, and not for those who save data. */
async function read(path) {
  const lists = [prefix(path) + "offline/" + LIST];
  if ((await ours())[0] && !(navigator.connection || {}).saveData) lists.push(prefix(path) + "search/" + LIST);
  await keep([path, ...lists], () => {});
  const [name] = await ours(), cache = await caches.open(name), needed = await chosen(cache);
  const only = (await paths(name)).filter((one) => one.endsWith("/") && !needed.has(one));
  for (const one of only.slice(0, -MOST)) await cache.delete(one);
}

/* Removes a list and the pages that no other list names; without a list, everything. */
async function drop(list) {
  for (const name of await ours()) {
    if (!list) { await caches.delete(name); continue; }
    const cache = await caches.open(name), answer = await cache.match(list);
    if (!answer) continue;
    await cache.delete(list);
    const needed = await chosen(cache);
    for (const page of (await answer.json()).pages) if (!needed.has(page)) await cache.delete(page);
  }
}

/* A kept page, which says from when it is; else the page that lists what is kept. */
async function shown(path) {
  const kept = await find(path);
  for (const start of [prefix(path), ...PREFIXES]) {
    const list = await find(start + "offline/" + LIST), page = kept || await find(start + "offline/");
    if (!list || !page) continue;
    const { lang, known, unknown } = await list.json();
    const day = new Date((await find(RELEASE)).headers.get("date"));
    const note = kept ? known.replace("{date}", day.toLocaleString(lang, { dateStyle: "long", timeStyle: "short" })) : unknown;
    const text = (await page.text()).replace(/<main[^>]*>/, (tag) => tag + '<p class="notice" role="status">' + note + "</p>");
    return new Response(text, { headers: page.headers });
  }
  return kept || Response.error();
}

async function page(event, path) {
  const network = (async () => (await event.preloadResponse) || fetch(event.request))();
  event.waitUntil(network.then((answer) => {
    if (answer.ok && path.endsWith("/") && !new URL(event.request.url).search) return queue(() => read(path));
  }).catch(() => {}));
  const kept = await find(path);
  const late = new Promise((_, give) => kept && setTimeout(give, PATIENCE));
  try {
    const answer = await Promise.race([network, late]);
    if (answer.status < 500 || !kept) return answer;
  } catch (error) { /* without a network, or too slow */ }
  return shown(path);
}

async function asset(request, path) {
  let answer;
  try {
    answer = await fetch(request);
    if (answer.ok) return answer;
  } catch (error) { /* without a network */ }
  return await find(path) || answer || Response.error();
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  if (registration.navigationPreload) await registration.navigationPreload.enable();
  await clients.claim();
  for (const one of await clients.matchAll()) {
    const path = new URL(one.url).pathname;
    if (path.endsWith("/")) await queue(() => read(path)).catch(() => {});
  }
})()));
addEventListener("message", (event) => {
  const tell = (...progress) => event.ports[0].postMessage(progress);
  const job = event.data.keep ? () => keep([event.data.keep], tell) : () => drop(event.data.drop);
  event.waitUntil(queue(job).then(() => tell(true), () => tell(false)));
});
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url), path = url.pathname;
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(event, path));
  else if (path.startsWith(HOME + "public/")) event.respondWith(asset(event.request, path));
});
