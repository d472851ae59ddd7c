namespace Aspire.Hosting;

/// <summary>No configuration source has a value for a parameter that has no default.</summary>
public class MissingParameterValueException(string message) : DistributedApplicationException(message);
