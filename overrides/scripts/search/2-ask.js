/* Asks the search server; when it is out of reach, the list of names. SETTINGS (addresses and
   words of this variant) stands before this text. */

const PATIENCE = 1000;  // milliseconds until the server counts as out of reach
const PAUSE = 1500;  // milliseconds until it is tried again
const plurals = new Intl.PluralRules(document.documentElement.lang);
let serverAway = 0;
let names;

/* A phrase of this variant with its blanks filled. */
function say(key, values) {
  const phrase = SETTINGS.words[key];
  return (phrase.other ? phrase[plurals.select(values.count)] || phrase.other : phrase)
    .replace(/{(\w+)}/g, (blank, name) => values[name]);
}

/* Returns a function that answers the newest question; for an outdated one it gives null and
   the request is stopped. */
function newAsker() {
  let running;
  return async (parameters) => {
    if (running) running.abort();
    const mine = running = new AbortController();
    let answer;
    try {
      answer = await askServer(parameters, mine);
    } catch (error) {
      if (mine !== running) return null;
      answer = await askNames(parameters.get("q"));
    }
    return mine === running ? answer : null;
  };
}

async function askServer(parameters, controller) {
  if (Date.now() < serverAway) throw new Error("away");
  let late;
  const timer = setTimeout(() => { late = true; controller.abort(); }, PATIENCE);
  try {
    const response = await fetch(SETTINGS.api + "?lang=" + SETTINGS.lang + "&" + parameters, { signal: controller.signal });
    if (!response.ok) throw new Error(response.status);
    return await response.json();
  } catch (error) {
    if (late || !controller.signal.aborted) serverAway = Date.now() + PAUSE;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function askNames(query) {
  try {
    if (!names) names = readNames(await (await fetch(SETTINGS.names)).json());
  } catch (error) {
    return { away: true, nothing: true, total: 0, hits: [] };
  }
  const found = searchNames(names, query);
  found.hits.forEach((hit) => { hit.url = SETTINGS.services + hit.id + "/"; });
  return { away: true, total: found.hits.length, hits: found.hits, reading: { used: found.used, how: found.used === query ? "typed" : "layout" } };
}

/* An element with attributes and children (elements or texts; nothing is read as HTML). */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.keys(attributes).forEach((key) => made.setAttribute(key, attributes[key]));
  made.append(...children);
  return made;
}

/* What an answer says of itself: how many, for which words, from where. */
function summary(answer) {
  const reading = answer.reading || { how: "typed" };
  return [
    answer.away && say(answer.nothing ? "search_away" : "names_only"),
    !answer.nothing && (answer.total ? say("results_count", { count: answer.total }) : say("results_none")),
    answer.total && reading.how !== "typed" && say("results_for", { query: reading.used }),
  ].filter(Boolean).join(" ");
}

/* Cost, term and how it is given, in one line. */
function facts(hit) {
  return [hit.cost, hit.term, hit.online].filter(Boolean).join(" · ");
}

/* Calls `act` when nothing was typed for a moment, unless `stop` is called before. */
function afterTyping(act) {
  let timer;
  const typed = () => {
    typed.stop();
    timer = setTimeout(act, 150);
  };
  typed.stop = () => clearTimeout(timer);
  return typed;
}
