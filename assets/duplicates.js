// Keys for the list of pairs. Everything here can be done without it.

const rows = () => [...document.querySelectorAll('ol.duplicates > li')];
let at = -1;

function go(index) {
  const all = rows();
  if (!all.length) return;
  at = Math.max(0, Math.min(all.length - 1, index));
  all.forEach((row, i) => row.classList.toggle('now', i === at));
  all[at].focus({ preventScroll: true });
  all[at].scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, select, textarea, [contenteditable]')) return;
  const key = event.key.toLowerCase();
  if (key === 'j') return go(at + 1);
  if (key === 'k') return go(at - 1);
  rows()[at]?.querySelector(`[data-key="${CSS.escape(key)}"]`)?.click();
});
