using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>What a variable or an argument is made of, without the value of anything that is known only later.</summary>
internal abstract record ValuePiece
{
    /// <param name="where">Names the variable or argument in errors.</param>
    /// <exception cref="DistributedApplicationException">The value is of a kind that cannot be published.</exception>
    public static IEnumerable<ValuePiece> Of(object? value, string where) => value switch
    {
        null => [],
        string text => [new LiteralPiece(text)],
        ParameterResource parameter => [new ParameterPiece(parameter)],
        EndpointReference endpoint => [new EndpointPiece(endpoint, EndpointProperty.Url)],
        EndpointReferenceExpression part => [new EndpointPiece(part.Endpoint, part.Property)],
        ReferenceExpression expression => Of(expression, where),
        IResourceBuilder<IResource> { Resource: ParameterResource parameter } => [new ParameterPiece(parameter)],
        bool flag => [new LiteralPiece(flag ? "true" : "false")],
        Uri address => [new LiteralPiece(address.ToString())],
        IFormattable number => [new LiteralPiece(number.ToString(null, CultureInfo.InvariantCulture))],
        _ => throw new DistributedApplicationException(
            $"{where} is of the type {value.GetType().Name}, which cannot be published. It can be a string, a number, a parameter, an endpoint or a reference expression."),
    };

    private static IEnumerable<ValuePiece> Of(ReferenceExpression expression, string where)
    {
        foreach (var (literal, index) in CompositeFormatReader.Read(expression.Format))
        {
            if (index is not { } place)
            {
                yield return new LiteralPiece(literal);
                continue;
            }

            foreach (var piece in Of(expression.ValueProviders[place], where))
            {
                yield return piece;
            }
        }
    }
}

internal sealed record LiteralPiece(string Text) : ValuePiece;

internal sealed record ParameterPiece(ParameterResource Parameter) : ValuePiece;

internal sealed record EndpointPiece(EndpointReference Endpoint, EndpointProperty Property) : ValuePiece;
