/* The settings page: each choice takes effect at once and is kept on this device only. */
(function (page) {
  var form = page.getElementById("settings"), said = page.getElementById("settings-said");
  var root = page.documentElement, settings = {};
  try { settings = JSON.parse(localStorage.settings) || {}; } catch (error) { /* none kept */ }

  function show() {
    Array.prototype.forEach.call(form.elements, function (field) {
      if (field.type === "radio") field.checked = (settings[field.name] || "") === field.value;
    });
  }
  function say() { said.textContent = ""; setTimeout(function () { said.textContent = said.dataset.said; }, 50); }

  form.addEventListener("change", function (event) {
    var field = event.target;
    if (field.value) settings[field.name] = root.dataset[field.name] = field.value;
    else { delete settings[field.name]; delete root.dataset[field.name]; }
    localStorage.settings = JSON.stringify(settings);
    say();
  });
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    for (var name in settings) delete root.dataset[name];
    settings = {};
    localStorage.removeItem("settings");
    show();
    say();
  });
  show();
  form.hidden = false;
})(document);
