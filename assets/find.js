// Finds organisations while one types. Without it the form does the same with its button.

const form = document.querySelector("form[data-live]");
const found = form && document.getElementById(form.dataset.live);

if (form && found) {
  const words = form.querySelector('input[type="search"]');
  const said = document.querySelector("[data-said]");
  let timer;
  let asking;

  const query = () => {
    const pairs = [...new FormData(form)].filter(([, value]) => value !== "");
    return new URLSearchParams(pairs);
  };

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const shown = query();
    const part = new URLSearchParams(shown);
    part.set("part", "found");
    try {
      const answer = await fetch(`${form.action}?${part}`, { signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (signal.aborted) return;
      found.replaceChildren(...page.body.childNodes);
      if (said) said.textContent = found.querySelector("[data-count]")?.dataset.count ?? "";
      history.replaceState(null, "", shown.size ? `${form.action}?${shown}` : form.action);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  };

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 180);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);

  // "/" goes to this search, not to the one of the whole house.
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    words.focus();
    words.select();
  }, true);

  // Arrows go through what was found; Enter opens it, as any link.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [...found.querySelectorAll("tbody a.title")];
    const at = links.indexOf(document.activeElement);
    if (at < 0 && (event.target !== words || event.key === "ArrowUp")) return;
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? words : (links[next] ?? links[at]))?.focus();
  });
}

// Says which records may be the same while a new one is typed. Without it the form asks once it is sent.

const fresh = document.querySelector("form[data-warn]");
const likely = fresh && document.getElementById("likely");

if (fresh && likely) {
  let timer;
  let asking;
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    // Where the server is reached below a path, only the form knows it.
    const address = new URL(fresh.action);
    address.searchParams.set("part", "likely");
    for (const [name, value] of new FormData(fresh)) {
      if (value !== "" && name !== "another" && name !== "seen") address.searchParams.set(name, value);
    }
    try {
      const answer = await fetch(address, { signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!signal.aborted) likely.replaceChildren(...page.body.childNodes);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  };
  fresh.addEventListener("input", (event) => {
    if (event.target.name === "another") return;
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  });
}
