using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace RegressionAnalyzer.Hosting.Tests.PublicApi;

/// <summary>Everything that code compiled against an assembly can name, one line per type and member, as C# would declare it.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Pages are public because the Razor compiler makes them so, and with them what they are given; no AppHost names them.
    public static IEnumerable<string> Lines(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        where type.Namespace?.StartsWith("Aspire.Hosting.Dashboard", StringComparison.Ordinal) != true
        orderby type.Namespace, Name(type) + Arity(type)
        from line in Lines(type)
        select line;

    /// <summary>Every member with the line that declares it.</summary>
    public static IEnumerable<(string Line, MemberInfo Member)> Members(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        from member in type.GetMembers(Declared)
        let line = Line(member, type)
        where line is not null
        select ($"{type.Namespace}: {Name(type)} has {line}", member);

    private static string Arity(Type type) => type.GetGenericArguments().Length.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines(Type type)
    {
        var owner = $"{type.Namespace}: {Name(type)}";
        yield return $"{owner} is {Kind(type)}{Bases(type)}{Experimental(type)}";
        foreach (var line in type.GetMembers(Declared).Select(m => Line(m, type)).OfType<string>().Order(StringComparer.Ordinal))
        {
            yield return $"{owner} has {line}";
        }
    }

    private static string? Line(MemberInfo member, Type type) => member switch
    {
        FieldInfo { IsPublic: true, IsSpecialName: false } field => type.IsEnum
            ? string.Create(CultureInfo.InvariantCulture, $"{field.Name} = {field.GetRawConstantValue()}")
            : field.IsLiteral ? $"const {Signature.Of(field)} = \"{field.GetRawConstantValue()}\"{Experimental(field)}"
            : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Signature.Of(field)}",
        PropertyInfo property when IsVisible(property.GetMethod ?? property.SetMethod!) && !IsOfRecords(property) => Property(property),
        ConstructorInfo constructor when IsVisible(constructor) => $"{Name(type)}({Signature.Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) && !IsOfRecords(method) => Method(method),
        _ => null,
    };

    private static string Property(PropertyInfo property)
    {
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        var set = property.SetMethod is { } setter && IsVisible(setter) ? isInit ? " init;" : " set;" : "";
        return $"{required}{Modifiers(property.GetMethod!)}{Signature.Of(property)} {{ get;{set} }}{Experimental(property)}";
    }

    private static string Method(MethodInfo method)
    {
        var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
        return $"{Modifiers(method)}{Signature.ReturnType(method)} {method.Name}{generics}({Signature.Parameters(method)}){Signature.Constraints(method)}{Experimental(method)}";
    }

    private static string Modifiers(MethodBase method) => method.IsStatic ? "static " : "";

    private static bool IsVisible(MethodBase method) => method.IsPublic || (method.IsFamily && !method.DeclaringType!.IsSealed && method.IsConstructor);

    /// <summary>What the compiler adds to records, and what every object has.</summary>
    private static bool IsOfRecords(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is MethodInfo
        || member.Name is "EqualityContract" or "ToString" or "GetHashCode" or "Equals" or "<Clone>$" or "Dispose" or "DisposeAsync" or "GetEnumerator";

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : $"{(type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")}class";

    private static string Bases(Type type)
    {
        if (type.IsEnum || type.IsValueType)
        {
            return "";
        }

        var own = type.GetInterfaces().Where(i => !i.IsGenericType || i.GetGenericTypeDefinition() != typeof(IEquatable<>)).ToList();
        var implied = own.SelectMany(i => i.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []).ToHashSet();
        var bases = own.Where(i => !implied.Contains(i)).Select(Signature.Of).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } baseType && baseType != typeof(object))
        {
            bases.Insert(0, Signature.Of(baseType));
        }

        return bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
    }

    private static string Name(Type type) => Signature.Of(type);

    private static string Experimental(MemberInfo member) => member.GetCustomAttribute<ExperimentalAttribute>() is { } mark ? $" [{mark.DiagnosticId}]" : "";
}
