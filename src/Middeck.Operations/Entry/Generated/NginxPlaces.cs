namespace Middeck.Operations.Entry.Generated;

/// <summary>Where nginx listens and writes.</summary>
/// <param name="Port">Without encryption.</param>
/// <param name="TlsPort">With encryption, where there is a certificate.</param>
/// <param name="Log">Its access log.</param>
/// <param name="MaintenanceFile">While it is there, services answer that there is maintenance.</param>
public sealed record NginxPlaces(int Port, int TlsPort, string Log, string MaintenanceFile);
