// Files can be dropped anywhere on the page. Everything here can be done without it.

const form = document.querySelector('form[data-drop]');
const input = form?.querySelector('input[type="file"]');

if (form && input) {
  const hint = document.createElement('p');
  hint.className = 'drop-hint';
  hint.textContent = form.dataset.drop;
  form.prepend(hint);
  const over = (on) => form.classList.toggle('dropping', on);
  document.addEventListener('dragover', (event) => {
    if (![...(event.dataTransfer?.types ?? [])].includes('Files')) return;
    event.preventDefault();
    over(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) over(false);
  });
  document.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    over(false);
    const all = new DataTransfer();
    const dropped = [...event.dataTransfer.files];
    const taken = input.multiple ? [...input.files, ...dropped] : dropped.slice(0, 1);
    taken.forEach((file) => all.items.add(file));
    input.files = all.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  input.addEventListener('change', () => {
    const names = [...input.files].map((file) => file.name);
    hint.textContent = names.length ? names.join(' · ') : form.dataset.drop;
  });
}
