/* The page for wrong addresses says everything in four variants, and without scripts shows all of
   them. The address tells which one the reader uses, where a renamed service is now, and what to
   search for. */
(function (page) {
  var path = location.pathname, parts = path.split("/").filter(Boolean), chosen;
  var all = page.querySelectorAll("main section");
  Array.prototype.forEach.call(all, function (section) {
    section.hidden = true;
    if (!path.indexOf(section.dataset.home) || !chosen) chosen = section;
  });
  chosen.hidden = false;
  page.documentElement.lang = chosen.lang;
  page.title = chosen.querySelector("h2").textContent + " — " + page.title.split(" — ")[1];
  try {
    chosen.querySelector("input").value = decodeURIComponent(parts[parts.length - 1]).replace(/[-_.\s]+/g, " ").slice(0, 60);
  } catch (error) { /* no words in it */ }

  fetch(all[0].dataset.home + "public/moved.json").then(function (answer) { return answer.json(); }).then(function (moved) {
    var now = parts.map(function (part) { return moved[part]; }).filter(Boolean)[0];
    if (!now) return;
    var notice = chosen.querySelector(".notice");
    notice.querySelector("a").href += now + "/";
    notice.hidden = false;
  }).catch(function () { /* nothing was renamed, or no network */ });
})(document);
