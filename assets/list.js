// How far a list has come, without loading the whole page again and again. Without script the page loads itself.

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

for (;;) {
  await pause(1000);
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) continue;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const step = page.querySelector('#step[data-running]');
  if (answer.redirected || !step) {
    location.reload();
    break;
  }
  const here = document.querySelector('#step');
  if (here && !here.contains(document.activeElement)) here.replaceWith(step);
  else here?.querySelector('.progress')?.replaceWith(step.querySelector('.progress'));
}
