/* Stands in every page, the same text everywhere. It fetches the search script only when a
   search box is used: on focus (not on a data saver), or on a search page with a question. */
(function (page) {
  var form, saver = navigator.connection && navigator.connection.saveData;
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
