// Keys for the review page, and words picked by selecting them. Everything here can be done without it.

const list = document.querySelector('ol.claims');
const paper = document.querySelector('.paper');
const rows = () => [...document.querySelectorAll('ol.claims > li')];
let at = -1;
let picked = null;

function go(index, { text = true } = {}) {
  const all = rows();
  if (!all.length) return;
  at = Math.max(0, Math.min(all.length - 1, index));
  all.forEach((row, i) => row.classList.toggle('now', i === at));
  const number = all[at].dataset.claim;
  all[at].scrollIntoView({ block: 'nearest' });
  paper?.querySelectorAll('mark.now').forEach((mark) => mark.classList.remove('now'));
  paper?.querySelectorAll(`mark[data-claim="${number}"]`).forEach((mark) => mark.classList.add('now'));
  if (text) document.getElementById(`s${number}`)?.scrollIntoView({ block: 'nearest' });
  history.replaceState(null, '', `#c${number}`);
}

function press(selector) {
  rows()[at]?.querySelector(selector)?.click();
}

function edit() {
  const box = rows()[at]?.querySelector('details.edit-box');
  if (!box) return press('a.edit-box');
  box.open = true;
  box.querySelector('select, input:not([type="hidden"])')?.focus();
}

// What is in the ledger leaves it with a reason: the form opens, and Enter sends it.
function undo() {
  const box = rows()[at]?.querySelector('.do details.ask');
  if (!box) return press('button[value="undo"]');
  box.open = true;
  const why = box.querySelector('input[name="why"]');
  why.focus();
  why.select();
}

// The words without the numbers of the marks.
function plain(range) {
  const holder = document.createElement('div');
  holder.append(range.cloneContents());
  holder.querySelectorAll('mark > a').forEach((number) => number.remove());
  return holder.textContent;
}

// Where the selected words begin, in code points, as the server counts them: each line of the paper says where it begins.
function selectionPlace() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !paper?.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  const words = plain(range);
  const quote = words.trim();
  if (!quote) return null;
  const from = range.startContainer;
  const line = (from.nodeType === Node.ELEMENT_NODE ? from : from.parentElement).closest('[data-start]');
  if (!line) return { quote, start: '' };
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(from, range.startOffset);
  const led = words.slice(0, words.length - words.trimStart().length);
  return { quote, start: Number(line.dataset.start) + [...plain(before)].length + [...led].length };
}

function pick() {
  picked = selectionPlace() ?? picked;
  if (!picked) return;
  const open = rows()[at]?.querySelector('details.edit-box[open] form');
  const form = open ?? document.querySelector('#add form');
  if (!open) document.getElementById('add').open = true;
  form.elements.quote.value = picked.quote;
  form.elements.start.value = picked.start;
  const value = picked.quote.match(/[\d][\d,.，．]*\s*[万亿億]?/);
  if (form.elements.value && value && !open) form.elements.value.value = value[0];
  form.scrollIntoView({ block: 'nearest' });
  form.elements.quote.focus();
}

const KEYS = {
  j: () => go(at + 1),
  k: () => go(at - 1),
  a: () => press('button[value="accept"]'),
  x: () => press('button[value="reject"]'),
  e: edit,
  s: pick,
  z: undo,
  g: () => document.getElementById(`s${rows()[at]?.dataset.claim}`)?.scrollIntoView({ block: 'center' }),
  '?': () => document.querySelector('p.keys')?.scrollIntoView(),
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

list?.addEventListener('click', (event) => {
  const row = event.target.closest('li');
  if (row && !event.target.closest('a, button, summary, input, select, form')) go(rows().indexOf(row));
});

paper?.addEventListener('click', (event) => {
  const mark = event.target.closest('mark');
  if (!mark || !document.getSelection()?.isCollapsed) return;
  go(rows().findIndex((row) => row.dataset.claim === mark.dataset.claim), { text: false });
});

paper?.addEventListener('mouseup', () => {
  picked = selectionPlace();
});

// The add form shows the fields of the chosen kind only.
const kind = document.querySelector('#add select[name="claim"]');
function fit() {
  document.querySelectorAll('#add fieldset').forEach((set) => {
    set.hidden = !set.classList.contains(`of-${kind.value}`);
    set.disabled = set.hidden;
  });
}
if (kind) {
  kind.addEventListener('change', fit);
  fit();
}

// Where the address points, else the first claim that waits.
const named = rows().findIndex((row) => `#c${row.dataset.claim}` === location.hash);
const marked = rows().findIndex((row) => `#s${row.dataset.claim}` === location.hash);
const waiting = rows().findIndex((row) => row.dataset.state === 'pending');
const refused = rows().findIndex((row) => row.querySelector('details[open]'));
if (named >= 0) go(named);
else if (refused >= 0) {
  at = refused;
  rows()[at].classList.add('now');
} else if (marked >= 0) go(marked);
else if (!location.hash && waiting >= 0) {
  at = waiting;
  rows()[at].classList.add('now');
}
