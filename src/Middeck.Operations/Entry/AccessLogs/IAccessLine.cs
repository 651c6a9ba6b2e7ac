using System.Buffers;

namespace Middeck.Operations.Entry.AccessLogs;

/// <summary>Writes a request as one line, its end included.</summary>
internal interface IAccessLine
{
    void Write(in AccessEntry entry, IBufferWriter<byte> output);
}
