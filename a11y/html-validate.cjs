// The validator's rules for every page. A rule is changed only with its reason beside it.
module.exports = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: {
    // Both spellings are valid; ours is the short one of the HTML standard's examples.
    "doctype-style": ["error", { style: "lowercase" }],
    // Official names of services are long and must not be cut; the name stands first in the title.
    "long-title": "off",
    // `.phone` keeps numbers on one line by style, and copied numbers stay plain digits.
    "tel-non-breaking": ["error", { ignoreClasses: ["phone"], ignoreStyle: true }],
    // A file of this host is as trusted as the page that names it; another host is never asked.
    "require-sri": ["error", { target: "crossorigin" }],
    // HTML allows any id without spaces; headings in Cyrillic get such ids.
    "valid-id": ["error", { relaxed: true }],
  },
};
