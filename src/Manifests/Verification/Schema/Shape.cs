using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;
using k8s.Models;

namespace RegressionAnalyzer.Manifests.Verification.Schema;

internal enum ShapeKind
{
    Object,
    Map,
    List,
    Text,
    Number,
    Truth,
    NumberOrText,
    Quantity,
    Time,
    Bytes,

    /// <summary>Left open by the API: default values of custom resources, patches.</summary>
    Any,
}

/// <summary>What a field takes, read off the Kubernetes client's types.</summary>
internal sealed class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    private readonly Lazy<IReadOnlyDictionary<string, Shape>> _fields;

    private Shape(Type type, ShapeKind kind, Shape? element, bool isInt32, bool isRequired)
    {
        (Type, Kind, Element, IsInt32, IsRequired) = (type, kind, element, isInt32, isRequired);
        _fields = new(() => kind == ShapeKind.Object ? FieldsOf(type) : new Dictionary<string, Shape>());
    }

    public Type Type { get; }

    public ShapeKind Kind { get; }

    /// <summary>Of a list's items or a map's values.</summary>
    public Shape? Element { get; }

    public bool IsInt32 { get; }

    /// <summary>A number that the type cannot leave out.</summary>
    public bool IsRequired { get; }

    /// <summary>Fields of an object by their names in YAML.</summary>
    public IReadOnlyDictionary<string, Shape> Fields => _fields.Value;

    public static Shape Of(Type type) => Known.GetOrAdd(type, Make);

    /// <summary>What it takes, for a person.</summary>
    public string Allowed => Kind switch
    {
        ShapeKind.Object or ShapeKind.Map => "a map",
        ShapeKind.List => "a list",
        ShapeKind.Text => "a text",
        ShapeKind.Number when Type == typeof(double) => "a number",
        ShapeKind.Number => IsInt32 ? "a whole number of 32 bits" : "a whole number",
        ShapeKind.Truth => "true or false",
        ShapeKind.NumberOrText => "a whole number or a text",
        ShapeKind.Quantity => "a quantity, such as 500m or 2Gi",
        ShapeKind.Time => "a time, such as \"2026-01-31T12:00:00Z\"",
        ShapeKind.Bytes => "a text in base64",
        _ => "anything",
    };

    private static Shape Make(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>))
            return new(type, ShapeKind.Map, Of(type.GetGenericArguments()[1]), false, false);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>))
            return new(type, ShapeKind.List, Of(type.GetGenericArguments()[0]), false, false);
        var isRequired = type.IsValueType && type == declared && type != typeof(DateTime);
        return new(type, KindOf(type), null, type == typeof(int), isRequired);
    }

    private static ShapeKind KindOf(Type type)
    {
        if (type == typeof(string))
            return ShapeKind.Text;
        if (type == typeof(int) || type == typeof(long) || type == typeof(double))
            return ShapeKind.Number;
        if (type == typeof(bool))
            return ShapeKind.Truth;
        if (type == typeof(IntOrString))
            return ShapeKind.NumberOrText;
        if (type == typeof(ResourceQuantity))
            return ShapeKind.Quantity;
        if (type == typeof(DateTime))
            return ShapeKind.Time;
        if (type == typeof(byte[]))
            return ShapeKind.Bytes;
        return type.Namespace == typeof(V1Pod).Namespace && type.IsClass ? ShapeKind.Object : ShapeKind.Any;
    }

    private static Dictionary<string, Shape> FieldsOf(Type type)
    {
        var fields = new Dictionary<string, Shape>();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<JsonPropertyNameAttribute>() is { } name)
                fields[name.Name] = Of(property.PropertyType);
        }

        return fields;
    }
}
