// Starts the form: one collection a sphere, all with the fields of a passport.
"use strict";

// Each text box is in the language of its field: for spelling, and for screen readers.
new MutationObserver(() => {
  for (const code of ["uz", "ru", "en"]) {
    const boxes = document.querySelectorAll(`textarea[id^="${code}-field-"]:not([lang])`);
    for (const box of boxes) box.lang = code;
  }
}).observe(document.body, { childList: true, subtree: true });

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
