using Google.Protobuf.Collections;

namespace Aspire.Hosting.Dashboard.Otlp.Protocol;

/// <summary>What points of every kind have; the generated classes say it each for itself.</summary>
internal interface IDataPoint
{
    RepeatedField<KeyValue> Attributes { get; }

    ulong StartTimeUnixNano { get; set; }

    ulong TimeUnixNano { get; set; }

    uint Flags { get; set; }
}

internal interface IMeasuredPoint : IDataPoint
{
    RepeatedField<Exemplar> Exemplars { get; }
}

internal interface IHistogramPoint : IMeasuredPoint
{
    ulong Count { get; set; }

    double Sum { get; set; }

    double Min { get; set; }

    double Max { get; set; }
}

internal sealed partial class NumberDataPoint : IMeasuredPoint;

internal sealed partial class HistogramDataPoint : IHistogramPoint;

internal sealed partial class ExponentialHistogramDataPoint : IHistogramPoint;

internal sealed partial class SummaryDataPoint : IDataPoint;
