/* Search among the names of services, for when the search server is out of reach.
   Pure: tests and measurements run this same file in Node, after the library that gives
   `distance` (Levenshtein). Words are weighed here because libraries that search whole phrases
   find less and weigh more: of 104 questions 94 % had the right service first, with uFuzzy 72 %,
   fuzzysort 74 %, microfuzz 64 %, MiniSearch 84 % (5.2 KB) and Fuse 74 % (6.1 KB). */

const LETTERS = "абвгғдеёжзийкқлмнопрстуўфхҳцыэx";
const SPELLED = "abvggdeejziykqlmnoprstuofhhsieh";
const LONGER = { ч: "ch", ш: "sh", щ: "sh", ю: "yu", я: "ya" };
const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбю";

/* The words of a text in one spelling for both scripts: no apostrophes, х and ҳ alike, ye and
   yo as е and ё are in Cyrillic, where Russian and Uzbek read them differently. */
function spell(text) {
  return text.toLowerCase()
    .replace(/['`´‘’ʻʼ′ʹ‛ъь]/g, "")
    .replace(/[xЀ-ӿ]/g, (letter) => SPELLED[LETTERS.indexOf(letter)] || LONGER[letter] || letter)
    .replace(/y[eo]/g, "e")
    .replace(/ts/g, "s")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/* What the keys would have written in the other keyboard layout. */
function otherLayout(text) {
  return text.toLowerCase().replace(/./g, (letter) =>
    RUSSIAN_KEYS[LATIN_KEYS.indexOf(letter)] || LATIN_KEYS[RUSSIAN_KEYS.indexOf(letter)] || letter);
}

/* `list` is the file of names: services in one order, ids apart by spaces, names and further
   words by lines. */
function readNames(list) {
  const ids = list.ids.split(" ");
  const names = list.names.split("\n");
  const words = list.words.split("\n");
  const services = new Map();  // word → [[number of the service, weight], …]
  ids.forEach((id, number) => {
    const seen = new Set();
    [[names[number], 1], [words[number], 0.9], [id, 0.7]].forEach(([text, weight]) => {
      spell(text).forEach((word) => {
        if (seen.has(word)) return;
        seen.add(word);
        if (!services.has(word)) services.set(word, []);
        services.get(word).push([number, weight]);
      });
    });
  });
  return { ids, names, services, lengths: names.map((name) => spell(name).length) };
}

/* How well a typed word fits a word of the list, 0 to 1: the same, its beginning, the same stem
   with another ending, a typo. */
function likeness(typed, word) {
  const length = typed.length;
  let same = 0;
  while (same < length && typed[same] === word[same]) same++;
  if (same === length) return word.length === length ? 1 : length > 1 ? 0.8 + 0.15 * length / word.length : 0;
  if (same > 2 && (same === word.length || (same > 3 && same >= 0.6 * length))) {
    return 0.4 + 0.4 * same / Math.max(length, word.length);
  }
  if (length < 4) return 0;
  const found = Math.min(errors(typed, word), errors(typed, word.slice(0, length)) + 0.3);
  return found < (length < 8 ? 2 : 3) ? 0.8 - 0.8 * found / length : 0;
}

/* Two neighbours in the wrong order are one error. */
function errors(typed, word) {
  const count = distance(typed, word);
  const sorted = (letters) => Array.from(letters).sort().join("");
  return count === 2 && sorted(typed) === sorted(word) ? 1 : count;
}

/* [[number of the service, score], …], best first; a word that few services have counts more. */
function rank(index, query) {
  const total = index.ids.length;
  const scores = new Float64Array(total);
  spell(query).forEach((typed) => {
    const fits = new Float64Array(total);
    index.services.forEach((services, word) => {
      const fit = likeness(typed, word);
      if (fit) services.forEach(([number, weight]) => {
        fits[number] = Math.max(fits[number], fit * weight);
      });
    });
    const rarity = Math.log(1 + total / (1 + fits.filter(Boolean).length));
    fits.forEach((fit, number) => { scores[number] += fit * rarity; });
  });
  return Array.from(scores, (score, number) => [number, score / (1 + 0.02 * index.lengths[number])])
    .filter((entry) => entry[1])
    .sort((one, other) => other[1] - one[1]);
}

/* The best of the list for a query, in the layout that fits better. */
function searchNames(index, query) {
  const best = (ranking) => (ranking.length ? ranking[0][1] : 0);
  const turned = otherLayout(query);
  const asTyped = rank(index, query);
  const asTurned = rank(index, turned);
  const other = best(asTurned) > 1.3 * best(asTyped);
  const ranking = other ? asTurned : asTyped;
  return {
    used: other ? turned : query,
    hits: ranking.filter((entry) => entry[1] > 0.45 * best(ranking)).slice(0, 20)
      .map(([number]) => ({ id: index.ids[number], name: index.names[number] })),
  };
}
