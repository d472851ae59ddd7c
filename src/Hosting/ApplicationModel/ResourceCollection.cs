using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.ApplicationModel;

internal sealed class ResourceCollection : Collection<IResource>, IResourceCollection
{
    private readonly Dictionary<string, IResource> _byName = new(StringComparer.OrdinalIgnoreCase);

    public bool TryGetByName(string name, [NotNullWhen(true)] out IResource? resource) => _byName.TryGetValue(name, out resource);

    protected override void InsertItem(int index, IResource item)
    {
        Register(item);
        base.InsertItem(index, item);
    }

    protected override void SetItem(int index, IResource item)
    {
        _byName.Remove(this[index].Name);
        Register(item);
        base.SetItem(index, item);
    }

    protected override void RemoveItem(int index)
    {
        _byName.Remove(this[index].Name);
        base.RemoveItem(index);
    }

    protected override void ClearItems()
    {
        _byName.Clear();
        base.ClearItems();
    }

    private void Register(IResource item)
    {
        if (!_byName.TryAdd(item.Name, item))
        {
            var existing = _byName[item.Name];
            throw new DistributedApplicationException(
                $"There are two resources named '{item.Name}' ({ResourceKind.Of(existing)} '{existing.Name}', {ResourceKind.Of(item)} '{item.Name}'). "
                + "Give one of them another name; upper and lower case do not make a difference.");
        }
    }
}
