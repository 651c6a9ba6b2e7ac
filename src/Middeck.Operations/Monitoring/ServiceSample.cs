namespace Middeck.Operations.Monitoring;

/// <summary>What the processes of one service use at one moment.</summary>
/// <param name="MemoryBytes">Memory of its processes.</param>
/// <param name="CpuSeconds">Processor time since they began.</param>
/// <param name="Connections">Open TCP connections.</param>
/// <param name="Processes">How many they are.</param>
public sealed record ServiceSample(long MemoryBytes, double CpuSeconds, int Connections, int Processes);
