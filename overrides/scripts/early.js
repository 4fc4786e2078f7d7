/* Stands in every page, the same text everywhere. It puts the reader's settings on before the
   first paint, and fetches the search script only when a search box is used: on focus (not on
   a data saver), or on a search page with a question. */
(function (page) {
  var root = page.documentElement, settings = {}, form;
  var saver = navigator.connection && navigator.connection.saveData;
  try { settings = JSON.parse(localStorage.settings); } catch (error) { /* none kept */ }
  for (var name in settings) root.dataset[name] = settings[name];

  /* The script that the reader chose for Uzbek: a link to the other one changes the choice. */
  if (/^uz/.test(root.lang) && settings.script && root.lang !== settings.script) {
    var other = page.querySelector('link[hreflang="' + settings.script + '"]');
    if (other) location.replace(new URL(other.href).pathname + location.search + location.hash);
  }
  page.addEventListener("click", function (event) {
    var tag = event.target.hreflang;
    if (!/^uz/.test(tag) || !settings.script) return;
    settings.script = tag;
    localStorage.settings = JSON.stringify(settings);
  });

  function load(box) {
    if (form || !box || !box.dataset.script) return;
    form = box;
    var script = page.createElement("script");
    script.src = form.dataset.script;
    page.head.appendChild(script);
  }
  page.addEventListener("focusin", function (event) {
    if (event.target.name === "q" && !saver) load(event.target.form);
  });
  page.addEventListener("DOMContentLoaded", function () {
    var field = page.getElementById("q");
    if (field && /[?&]q=[^&]/.test(location.search)) load(field.form);
  });
})(document);
