namespace Middeck.Operations.Catalogue;

/// <summary>A port of a service.</summary>
/// <param name="Name">Unique in its service, such as <c>http</c>.</param>
/// <param name="Number">1 to 65535.</param>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
/// <param name="Address">The address it listens on.</param>
/// <param name="Purpose">What it is for, in a few words.</param>
/// <param name="Layer"><c>entry</c>, <c>application</c>, <c>model</c>, <c>data</c> or <c>monitoring</c>.</param>
public sealed record ServicePort(
    string Name, int Number, string Protocol = "tcp", string Address = "127.0.0.1", string Purpose = "", string Layer = "application")
{
    /// <summary>Where its number stands, such as <c>services.yaml:12</c>.</summary>
    public string FileLine { get; init; } = "";
}
