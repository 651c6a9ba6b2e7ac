namespace Middeck.Operations.Supervision;

/// <summary>The commands by which somebody else's manager starts, stops and shows a service.</summary>
internal interface IExternalControl
{
    /// <summary>Starts it; null where that is not for us to do.</summary>
    IReadOnlyList<string>? Start { get; }

    /// <summary>Stops it, and keeps what it stored.</summary>
    IReadOnlyList<string>? Stop { get; }

    /// <summary>Ends with 0, and with a line where <see cref="NeedsOutput"/>, when it runs.</summary>
    IReadOnlyList<string>? Running { get; }

    /// <summary>Whether silence means that nothing runs.</summary>
    bool NeedsOutput { get; }
}
