// Before the first paint: the colours that the person chose, where the component library keeps that choice.
const chosenMode = () => {
  try {
    return JSON.parse(localStorage.getItem('fluentui-blazor:theme-settings') ?? '{}').mode ?? 'system';
  } catch {
    return 'system';
  }
};
document.documentElement.dataset.scheme = chosenMode();
