// Before the first paint: the colours that the person chose, where the component library keeps that choice.
const chosenMode = () => {
  try {
    const { mode } = JSON.parse(localStorage.getItem('fluentui-blazor:theme-settings') ?? '{}');
    return ['light', 'dark'].includes(mode) ? mode : 'system';
  } catch {
    return 'system';
  }
};
document.documentElement.dataset.scheme = chosenMode();
