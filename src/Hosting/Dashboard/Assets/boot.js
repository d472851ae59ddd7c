// Starts Blazor with the component library around it, and holds the few things that only a script can do.
import * as fluent from '/_content/Microsoft.FluentUI.AspNetCore.Components/Microsoft.FluentUI.AspNetCore.Components.lib.module.js';
import { consoleView } from './console.js';

window.dashboard = {
  consoleView,
  theme: () => document.documentElement.dataset.scheme,
  nextTheme() {
    const mode = { system: 'light', light: 'dark' }[dashboard.theme()] ?? 'system';
    document.documentElement.dataset.scheme = mode;
    Blazor.theme.setThemeMode(mode);
    return mode;
  },
  copy: text => navigator.clipboard.writeText(text),
};

// Blazor takes links over, and scrolls to what they lead to without giving it the focus.
document.addEventListener('click', event => {
  if (!event.target.closest?.('.skip')) return;
  event.preventDefault();
  document.getElementById('content').focus();
}, { capture: true });

fluent.beforeWebStart();
await Blazor.start({
  circuit: { reconnectionOptions: { maxRetries: 20, retryIntervalMilliseconds: attempt => Math.min(250 * 2 ** attempt, 5000) } },
});
fluent.afterWebStarted(Blazor);
