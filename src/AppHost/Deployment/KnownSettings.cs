using System.Collections;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>
/// Refuses a setting that nobody reads, and a value that cannot be one. The binder passes over the first, so that a misspelt <c>MaxReplica</c>
/// would be published as if it were not there, and says of the second only that it could not be converted.
/// </summary>
internal static class KnownSettings
{
    /// <exception cref="DistributedApplicationException">A setting below the section is not one of the type, or its value is not.</exception>
    public static void Check(IConfigurationSection section, Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            Check(section, inner);
        }
        else if (type == typeof(string) || type == typeof(int) || type.IsEnum)
        {
            CheckValue(section, type);
        }
        else if (type.IsAssignableTo(typeof(IEnumerable)))
        {
            CheckAll(section.GetChildren(), type.GetGenericArguments()[^1]);
        }
        else
        {
            CheckProperties(section, type);
        }
    }

    private static void CheckAll(IEnumerable<IConfigurationSection> items, Type type)
    {
        foreach (var item in items)
        {
            Check(item, type);
        }
    }

    private static void CheckProperties(IConfigurationSection section, Type type)
    {
        if (section.Value is { Length: > 0 } value)
        {
            throw new DistributedApplicationException($"The setting {section.Path} is '{value}'; it is a group of settings: {Names(type)}.");
        }

        foreach (var child in section.GetChildren())
        {
            var property = type.GetProperties().FirstOrDefault(p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw new DistributedApplicationException($"There is no setting {child.Path}. {section.Path} has {Names(type)}.");
            Check(child, property.PropertyType);
        }
    }

    private static void CheckValue(IConfigurationSection setting, Type type)
    {
        if (setting.GetChildren().Any())
        {
            throw new DistributedApplicationException($"The setting {setting.Path} is a group of settings; it can be one value.");
        }

        var value = setting.Value ?? "";
        if (type.IsEnum && !Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            throw new DistributedApplicationException($"The setting {setting.Path} is '{value}'; it can be {string.Join(", ", Enum.GetNames(type))}.");
        }

        if (type == typeof(int) && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
        {
            throw new DistributedApplicationException($"The setting {setting.Path} is '{value}'; it can be a whole number.");
        }
    }

    private static string Names(Type type) => string.Join(", ", type.GetProperties().Select(p => p.Name));
}
