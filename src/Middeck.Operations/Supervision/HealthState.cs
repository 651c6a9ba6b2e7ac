namespace Middeck.Operations.Supervision;

/// <summary>What a health check says.</summary>
public enum HealthState
{
    /// <summary>There is none, or nothing runs that it could be asked.</summary>
    Unknown,

    /// <summary>It was not healthy yet, and may take its time.</summary>
    Starting,

    /// <summary>It works.</summary>
    Healthy,

    /// <summary>It failed too often in a row.</summary>
    Unhealthy,
}
