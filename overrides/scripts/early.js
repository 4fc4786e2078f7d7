/* Stands in every page, the same text everywhere. It puts the reader's settings on before the
   first paint, starts the player, and fetches a script only when its part of the page is used:
   the search's when a search box has the focus (not on a data saver) or the search page a
   question, the player's when the audio plays, or was playing before a reload. */
(function (page) {
  var root = page.documentElement, settings = {}, loaded = {};
  var saver = (navigator.connection || {}).saveData;
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
    var address = box && box.dataset.script;
    if (!address || loaded[address]) return;
    loaded[address] = true;
    var script = page.createElement("script");
    script.src = address;
    script.onerror = function () { loaded[address] = false; };  // the next touch tries again
    page.head.appendChild(script);
  }
  /* What was read stays readable without a network. (BASE is the folder of the site.) */
  if (navigator.serviceWorker) {
    root.className = "keeps";
    addEventListener("load", function () { navigator.serviceWorker.register("BASEservice-worker.js").catch(function () { /* not allowed here */ }); });
  }
  page.addEventListener("focusin", function (event) {
    if (event.target.name === "q" && !saver) load(event.target.form);
  });
  page.addEventListener("DOMContentLoaded", function () {
    var field = page.getElementById("q"), audio = page.querySelector("audio");
    if (field && /[?&]q=[^&]/.test(location.search)) load(field.form);
    if (!audio) return;

    /* The button takes the place of the browser's own player until the audio plays. */
    var button = page.querySelector(".listen button"), mp3 = page.querySelector("[download$=mp3]");
    if (!audio.canPlayType("audio/ogg; codecs=opus")) button.querySelector("small").textContent = mp3.textContent;
    button.hidden = !(audio.hidden = true);
    button.onclick = function () { audio[audio.paused ? "play" : "pause"](); };
    audio.onplay = function () { load(audio); };
    if (history.state && !saver) load(audio);
  });
})(document);
