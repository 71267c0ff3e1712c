/* The web page's own script: keeps what is typed on this device, exports it as answers.yaml, and switches light and dark.
   It asks no network for anything, needs no library, and the page is readable without it. */
"use strict";

(() => {
  const $ = (selector) => document.querySelector(selector);
  const fields = [...document.querySelectorAll(".in")];
  const bar = $("#bar"), progress = $("#progress"), kept = $("#kept");
  const dark = $("#dark"), themeButton = $("#theme");
  const key = `playbook:${document.body.dataset.run}`, themeKey = "playbook:theme";

  /* Storage may be blocked, full or absent: then the page says so and works until it is closed. */
  const storage = (() => {
    try {
      localStorage.setItem("playbook:probe", "1");
      localStorage.removeItem("playbook:probe");
      return localStorage;
    } catch {
      return null;
    }
  })();
  const remembered = (name) => storage?.getItem(name) ?? null;
  const remember = (name, value) => {
    try {
      if (value === null) storage?.removeItem(name);
      else storage?.setItem(name, value);
      return storage !== null;
    } catch {
      return false;
    }
  };

  /* Answers by the ids of their blanks. */
  const answers = () => Object.fromEntries(fields.filter((field) => field.value.trim()).map((field) => [field.name, field.value]));
  let unsaved = false, isKept = storage !== null;

  const say = (text, isNews = true) => {
    kept.textContent = text;
    kept.classList.toggle("news", isNews);
  };
  const show = () => {
    const count = Object.keys(answers()).length;
    progress.textContent = `${count} of ${fields.length} answered`;
    $("#clear").disabled = count === 0;
    $("#next").disabled = count === fields.length;
  };
  const state = () =>
    isKept
      ? say("Kept in this browser, sent to nobody.", false)
      : say("This browser keeps nothing for this page: save before you close it.");

  /* Where a question is repeated, as on the cheat sheet, the answer shows as soon as it is typed. */
  const mentions = [...document.querySelectorAll("span.bl[data-blank]")];
  const mention = (field) => {
    const text = field.value.trim();
    for (const one of mentions.filter((span) => span.dataset.blank === field.name)) {
      one.textContent = text || `[${field.title}]`;
      one.classList.toggle("said", text !== "");
    }
  };
  const grow = (field) => {
    if (CSS.supports("field-sizing", "content") || field.tagName !== "TEXTAREA") return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  };

  /* The file of the build is in the page; only its empty answers are filled, so its form is the one that is read. */
  const quoted = (text) =>
    JSON.stringify(text.trim().replace(/\p{Surrogate}/gu, "\ufffd"))
      .replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const file = () => {
    const given = answers();
    return $("#answers").content.textContent.replace(
      /( {2}- id: ("[^"\n]*")\n(?: {4}(?:where|question): .*\n)* {4}answer: )""/g,
      (_, head, id) => head + quoted(given[JSON.parse(id)] ?? ""),
    );
  };
  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file()], { type: "application/yaml" }));
    link.download = "answers.yaml";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    unsaved = false;
    const count = Object.keys(answers()).length;
    say(`answers.yaml has ${count} ${count === 1 ? "answer" : "answers"}: build again with --answers.`);
  };
  const clear = () => {
    if (!confirm("Remove every answer from this page and from this browser?")) return;
    for (const field of fields) {
      field.value = "";
      mention(field);
      grow(field);
    }
    remember(key, null);
    unsaved = false;
    show();
    say("Removed from this page and this browser.");
  };
  const next = () => {
    const from = fields.indexOf(document.activeElement) + 1;
    const open = [...fields.slice(from), ...fields.slice(0, from)].find((field) => !field.value.trim());
    open?.focus();
    open?.scrollIntoView({ block: "center" });
  };

  /* Dark: as the system says, until somebody says otherwise. The sheet holds for screens alone; paper stays white. */
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (remembered(themeKey) ?? chosen ?? (system.matches ? "dark" : "light")) === "dark";
  let chosen = null;
  const paint = () => {
    dark.media = isDark() ? "screen" : "not all";
    document.documentElement.style.colorScheme = isDark() ? "dark" : "light";
    themeButton.textContent = isDark() ? "Light" : "Dark";
    themeButton.setAttribute("aria-label", isDark() ? "Switch to light colours" : "Switch to dark colours");
  };

  let earlier = {};
  try {
    earlier = JSON.parse(remembered(key) ?? "{}");
  } catch {
    /* what is damaged is not restored */
  }
  for (const field of fields) {
    if (typeof earlier[field.name] === "string") field.value = earlier[field.name];
    mention(field);
    grow(field);
    field.addEventListener("input", () => {
      isKept = remember(key, JSON.stringify(answers()));
      unsaved = true;
      mention(field);
      grow(field);
      show();
      state();
    });
  }
  addEventListener("beforeunload", (event) => {
    if (unsaved && !isKept) event.preventDefault();
  });
  $("#save").addEventListener("click", save);
  $("#clear").addEventListener("click", clear);
  $("#next").addEventListener("click", next);
  themeButton.addEventListener("click", () => {
    chosen = isDark() ? "light" : "dark";
    remember(themeKey, chosen);
    paint();
  });
  system.addEventListener("change", paint);

  const wide = matchMedia("(min-width: 78rem)");
  const contents = $("#contents");
  const unfold = () => { contents.open = wide.matches; };
  wide.addEventListener("change", unfold);
  contents.addEventListener("click", (event) => {
    if (event.target.closest("a") && !wide.matches) contents.open = false;
  });

  unfold();
  paint();
  show();
  state();
  bar.hidden = fields.length === 0;
  document.documentElement.classList.add("live");
})();
