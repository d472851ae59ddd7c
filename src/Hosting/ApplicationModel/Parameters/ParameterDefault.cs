namespace Aspire.Hosting.ApplicationModel;

/// <summary>The value a parameter has when nobody gives one.</summary>
public abstract class ParameterDefault
{
    public abstract string GetDefaultValue();
}

internal sealed class ConstantParameterDefault(Func<string> value) : ParameterDefault
{
    public override string GetDefaultValue() => value();
}
