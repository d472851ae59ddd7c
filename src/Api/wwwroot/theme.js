// Runs before the first paint, so that a page in chosen colours never flashes in others. No module: those run later.
(() => {
  const key = 'regression-analyzer.theme';
  const next = { system: 'dark', dark: 'light', light: 'system' };
  const words = { system: 'as the system has them', dark: 'dark', light: 'light' };
  const signs = { system: '◐', dark: '☾', light: '☀' };

  const kept = () => {
    try {
      return next[localStorage.getItem(key)] ? localStorage.getItem(key) : 'system';
    } catch {
      return 'system'; // storage is switched off
    }
  };

  let theme = kept();
  const apply = () => {
    document.documentElement.dataset.theme = theme;
    const button = document.getElementById('theme');
    if (button) {
      button.textContent = signs[theme];
      button.title = `Colours: ${words[theme]}`;
      button.setAttribute('aria-label', button.title);
    }
  };

  apply();
  document.addEventListener('DOMContentLoaded', () => {
    apply();
    document.getElementById('theme').addEventListener('click', () => {
      theme = next[theme];
      try {
        localStorage.setItem(key, theme);
      } catch { /* then only until the page is left */ }
      apply();
      document.dispatchEvent(new Event('themechange'));
    });
  });
})();
