/* The page's own form becomes live, the box of the header a combobox. */

const place = document.getElementById("results");
const box = document.getElementById("search-box");
if (place) searchPage(document.getElementById("q").form, place);
if (box) {
  document.styleSheets[0].insertRule("@media screen{" + FOUND_RULES + "}", 0);
  combobox(box);
}
