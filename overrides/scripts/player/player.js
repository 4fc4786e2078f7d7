/* What the player does more than a browser's own: it marks the sentence that is spoken, plays
   from a sentence that is clicked, changes the speed, and goes on after a reload where it was.
   WORDS (phrases of this variant) and RULES (of what it adds) stand before this text. */

const box = document.querySelector(".listen");
const audio = box.querySelector("audio");
const button = box.querySelector("button");
const label = button.querySelector("b");
const picture = button.querySelector("use");
const main = document.getElementById("main");
const track = audio.querySelector("track").track;
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || document.documentElement.dataset.motion;
const start = label.textContent;
const LEFT_ALONE = 4000;  // milliseconds in which a reader who scrolled is not scrolled back
let spoken;
let scrolled = 0;

function element(name, attributes, text) {
  const made = document.createElement(name);
  Object.keys(attributes).forEach((key) => made.setAttribute(key, attributes[key]));
  if (text) made.textContent = text;
  return made;
}

/* The place is kept with the page in the browser's history, so that a reload finds it. */
function keep() {
  const seconds = audio.ended ? 0 : audio.currentTime;
  history.replaceState(seconds ? { audio: seconds } : null, "");
}

function clock(seconds) {
  return Math.floor(seconds / 60) + ":" + String(Math.floor(seconds % 60)).padStart(2, "0");
}

function announce(text) {
  status.textContent = text;
}

function show() {
  const on = !audio.paused && !audio.ended;
  label.textContent = on ? WORDS.pause : audio.currentTime && !audio.ended ? WORDS.resume.replace("{time}", clock(audio.currentTime)) : start;
  picture.setAttribute("href", on ? "#i-pause-circle" : "#i-play-circle");
}

/* Marks the sentence of the moment and keeps it in sight. */
function mark() {
  const cue = track.activeCues && track.activeCues[0];
  const next = cue && document.getElementById(cue.id);
  if (next === spoken) return;
  if (spoken) spoken.classList.remove("spoken");
  spoken = next;
  if (!spoken) return;
  spoken.classList.add("spoken");
  keep();
  const seen = spoken.getBoundingClientRect();
  if (audio.paused || Date.now() - scrolled < LEFT_ALONE || (seen.top >= 0 && seen.bottom <= innerHeight)) return;
  spoken.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

function playFrom(cue) {
  audio.currentTime = cue.startTime + 0.01;
  audio.play();
}

/* The sentence before or after the one that is spoken. */
function turn(step) {
  const cues = Array.from(track.cues || []);
  const here = cues.findIndex((cue) => cue.endTime > audio.currentTime);
  const cue = cues[Math.min(Math.max(here + step, 0), cues.length - 1)];
  if (cue) playFrom(cue);
}

function onClick(event) {
  if (event.target.closest("a, button, input, select, label, summary, audio") || String(getSelection())) return;
  for (let here = event.target; here && here !== main; here = here.parentElement) {
    const cue = here.id && track.cues && track.cues.getCueById(here.id);
    if (cue) return playFrom(cue);
  }
}

function addTurns() {
  const turns = element("p", { class: "turns" });
  [["back", -1], ["on", 1]].forEach(([word, step]) => {
    const key = element("button", { type: "button" }, WORDS[word]);
    key.addEventListener("click", () => turn(step));
    turns.append(key);
  });
  const speed = element("select", {});
  [0.75, 1, 1.25, 1.5, 2].forEach((rate) => speed.append(new Option(rate + "×", rate, rate === 1, rate === 1)));
  speed.addEventListener("change", () => { audio.playbackRate = audio.defaultPlaybackRate = +speed.value; });
  const named = element("label", {}, WORDS.speed + " ");
  named.append(speed);
  turns.append(named);
  audio.after(turns);
}

const status = element("p", { role: "status", class: "hide" });
box.append(status);
audio.hidden = false;
document.styleSheets[0].insertRule("@media screen{" + RULES + "}", 0);
main.classList.add("listening");
addTurns();
track.mode = "hidden";
track.addEventListener("cuechange", mark);
main.addEventListener("click", onClick);
["wheel", "touchmove", "keydown"].forEach((kind) => addEventListener(kind, (event) => {
  if (!event.key || /^(Page|Arrow|Home|End)/.test(event.key)) scrolled = Date.now();
}, { passive: true }));
audio.addEventListener("play", () => { show(); announce(WORDS.playing); });
audio.addEventListener("pause", () => { show(); keep(); if (!audio.ended) announce(WORDS.paused); });
audio.addEventListener("ended", () => { show(); keep(); announce(WORDS.ended); });
addEventListener("pagehide", keep);
audio.lastElementChild.previousElementSibling.addEventListener("error", () => announce(WORDS.failed));
if (history.state && history.state.audio && audio.currentTime < 1) audio.currentTime = history.state.audio;
show();
if (!audio.paused) announce(WORDS.playing);
