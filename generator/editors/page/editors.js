// Starts the form: one collection a sphere, all with the fields of a passport.
"use strict";

// Each text box is in the language of its field: for spelling, and for screen readers.
new MutationObserver(() => {
  for (const code of ["uz", "ru", "en"]) {
    const boxes = document.querySelectorAll(`textarea[id^="${code}-field-"]:not([lang])`);
    for (const box of boxes) box.lang = code;
  }
}).observe(document.body, { childList: true, subtree: true });

// Decap says what is wrong beside its field alone, which may be far away or in a closed part:
// where “Save” was refused, the field is opened and shown.
const showWrong = (patience) => {
  const wrong = document.querySelector('[class*="-ControlErrorsList"]');
  if (!wrong) return;
  let seen = wrong;
  while (!seen.getClientRects().length) seen = seen.parentElement;
  if (seen !== wrong && patience) {
    seen.querySelector('[data-testid="expand-button"]')?.click();
    setTimeout(showWrong, 100, patience - 1);
  } else {
    seen.scrollIntoView({ block: "center" });
    seen.parentElement.parentElement.querySelector("input, textarea")?.focus({ preventScroll: true });
  }
};

document.addEventListener("click", ({ target }) => {
  if (target.closest('[class*="-SaveButton"]')) setTimeout(showWrong, 300, 3);
});

(async () => {
  const given = await (await fetch("form.json")).json();

  const chosen = (fields, options) =>
    fields.map((field) => ({
      ...field,
      ...(field.options_of && { options: options[field.options_of] }),
      ...(field.fields && { fields: chosen(field.fields, options) }),
    }));

  const collections = given.spheres.map((sphere) => ({
    name: sphere.id,
    label: sphere.name,
    label_singular: given.service,
    folder: `content/services/${sphere.id}`,
    extension: "yml",
    format: "passport",
    create: true,
    delete: false,
    publish: false,
    identifier_field: "id",
    slug: "{{id}}",
    summary: `{{name.${given.language}}}`,
    sortable_fields: [],
    editor: { preview: false },
    fields: chosen(given.fields, { ...given.options, group: sphere.groups }),
  }));

  const format = passportFormat(given.fields, given.plain_keys, jsyaml);
  DecapCms.registerCustomFormat("passport", "yml", format);
  for (const [language, phrases] of Object.entries(given.phrases)) {
    DecapCms.registerLocale(language, phrases);
  }
  DecapCms.init({
    config: {
      load_config_file: false,
      backend: given.backend,
      publish_mode: "editorial_workflow",
      locale: given.language,
      media_folder: "content",
      show_preview_links: false,
      collections,
    },
  });
})();
