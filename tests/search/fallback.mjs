// Runs the browser's fallback search, the very code that a page loads, over questions.
//
//   node tests/search/fallback.mjs [site] < questions.jsonl > answers.jsonl
//
// In: one JSON a line, {"q": "…", "lang": "uz"}. Out: the same with "ids", best first.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const PUBLIC = join(process.argv[2] || join(ROOT, "site"), "public");
const library = readFileSync(join(ROOT, "node_modules/fastest-levenshtein/esm/mod.js"), "utf8");
const names = readFileSync(join(ROOT, "overrides/scripts/search/1-names.js"), "utf8");

const code = library.replace(/^export .*$/m, "") + names + ";({ readNames, searchNames })";
const { readNames, searchNames } = vm.runInNewContext(code);

const indexes = new Map();
function indexOf(lang) {
  if (!indexes.has(lang)) {
    const file = `names-${lang}.json`;
    indexes.set(lang, readNames(JSON.parse(readFileSync(join(PUBLIC, file), "utf8"))));
  }
  return indexes.get(lang);
}

for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const { q, lang } = JSON.parse(line);
  const ids = searchNames(indexOf(lang), q).hits.map((hit) => hit.id);
  console.log(JSON.stringify({ q, lang, ids }));
}
