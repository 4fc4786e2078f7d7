// The validator's rules for every page. A rule is changed only with its reason beside it.
module.exports = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Both spellings are valid; ours is the short one of the HTML standard's examples.
    "doctype-style": ["error", { style: "lowercase" }],
    // Official names of services are long and must not be cut; the name stands first in the title.
    "long-title": "off",
    // `.phone` keeps numbers on one line by style, and copied numbers stay plain digits.
    "tel-non-breaking": ["error", { ignoreClasses: ["phone"], ignoreStyle: true }],
    // HTML allows any id without spaces; headings in Cyrillic get such ids.
    "valid-id": ["error", { relaxed: true }],
  },
};
