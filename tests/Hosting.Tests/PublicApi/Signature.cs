using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace RegressionAnalyzer.Hosting.Tests.PublicApi;

/// <summary>Types and parameters as C# writes them, nullability of references included.</summary>
internal static class Signature
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
    };

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(FieldInfo field) => $"{Of(field.FieldType, Nullability.Create(field))} {field.Name}";

    public static string Of(PropertyInfo property)
    {
        var index = property.GetIndexParameters() is [_, ..] parameters ? $"this[{string.Join(", ", parameters.Select(Parameter))}]" : property.Name;
        return $"{Of(property.PropertyType, Nullability.Create(property))} {index}";
    }

    public static string ReturnType(MethodInfo method) => Of(method.ReturnType, Nullability.Create(method.ReturnParameter));

    public static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    public static string Constraints(MethodInfo method) => string.Concat(method.IsGenericMethodDefinition ? method.GetGenericArguments().Select(Constraint) : []);

    public static string Of(Type type) => Of(type, null);

    private static string Constraint(Type argument)
    {
        var constraints = argument.GetGenericParameterConstraints().Select(Of).ToList();
        if (argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            constraints.Insert(0, "class");
        }

        if (argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            constraints.Add("new()");
        }

        return constraints.Count == 0 ? "" : $" where {argument.Name} : {string.Join(", ", constraints)}";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        var passing = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? parameter.IsIn ? "in " : "ref " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var value = parameter.HasDefaultValue ? $" = {Default(parameter)}" : "";
        return $"{passing}{Of(type, parameter.ParameterType.IsByRef ? null : Nullability.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        var value when parameter.ParameterType.IsEnum => $"{parameter.ParameterType.Name}.{Enum.ToObject(parameter.ParameterType, value)}",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Of(Type type, NullabilityInfo? nullability)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Of(underlying, null)}?";
        }

        var mark = !type.IsValueType && nullability?.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, nullability?.ElementType)}[]{mark}";
        }

        var name = Keywords.TryGetValue(type, out var keyword) ? keyword : type.Name.Split('`')[0];
        if (type is { IsNested: true, IsGenericParameter: false })
        {
            name = $"{type.DeclaringType!.Name}.{name}";
        }

        var arguments = type.GetGenericArguments();
        var inner = arguments.Select((a, i) => Of(a, nullability?.GenericTypeArguments.ElementAtOrDefault(i)));
        return arguments.Length == 0 ? name + mark : $"{name}<{string.Join(", ", inner)}>{mark}";
    }
}
