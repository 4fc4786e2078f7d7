// Passports as files, for Decap: what it shows and what it writes. Every scalar stays the text
// that the file has (Decap's own reader turns `0123` into 83 and drops the order of keys); what
// comes out is the form that `xizmat format` writes.
"use strict";

globalThis.CMS_MANUAL_INIT = true; // `editors.js` starts Decap when the form is known
globalThis.passportFormat = (fields, plainKeys, yaml) => {
  const unquoted = new RegExp(`^( *(?:- )?(?:${plainKeys.join("|")})): '([^']*)'$`, "gm");

  const shownParts = (value, within) => {
    if (Array.isArray(value)) return value.map((item) => shownParts(item, within));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => {
        const field = within.find((each) => each.name === name) ?? {};
        if (field.lines) return [name, [part].flat().join("\n")];
        return [name, field.fields ? shownParts(part, field.fields) : part];
      }),
    );
  };

  const lines = (text, field) => {
    const given = String(text).split("\n").map((line) => line.trim()).filter(Boolean);
    if (!given.length) return undefined;
    return field.lines === "one-or-many" && given.length === 1 ? given[0] : given;
  };

  const writtenList = (list, field) => {
    const items = list.map((item) => (field.fields ? writtenParts(item, field.fields) : item));
    const filled = items.filter((item) => item !== undefined && item !== "");
    return filled.length || (!list.length && !field.drop_empty) ? filled : undefined;
  };

  const writtenValue = (value, field) => {
    if (value === null || value === undefined) return undefined;
    if (field.lines) return lines(value, field);
    if (Array.isArray(value)) return writtenList(value, field);
    if (typeof value === "object") return writtenParts(value, field.fields ?? []);
    return String(value).trim() || undefined;
  };

  // A part without any value is left out; keys that the form does not know stay, at the end.
  const writtenParts = (value, within) => {
    const known = within.map((field) => field.name);
    const names = [...known, ...Object.keys(value).filter((name) => !known.includes(name))];
    const parts = names.map((name) => {
      const field = within.find((each) => each.name === name) ?? {};
      return [name, writtenValue(value[name], field)];
    });
    const filled = parts.filter(([, part]) => part !== undefined);
    return filled.length ? Object.fromEntries(filled) : undefined;
  };

  return {
    fromFile: (text) => shownParts(yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA }), fields),
    toFile: (data) =>
      yaml
        .dump(writtenParts(data, fields) ?? {}, { lineWidth: -1, noArrayIndent: true, noRefs: true })
        .replace(unquoted, "$1: $2"),
  };
};
