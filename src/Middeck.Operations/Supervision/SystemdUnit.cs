namespace Middeck.Operations.Supervision;

/// <summary>A unit of systemd.</summary>
internal sealed class SystemdUnit(string unit) : IExternalControl
{
    public IReadOnlyList<string> Start => ["systemctl", "start", unit];

    public IReadOnlyList<string> Stop => ["systemctl", "stop", unit];

    public IReadOnlyList<string> Running => ["systemctl", "is-active", "--quiet", unit];

    public bool NeedsOutput => false;
}
