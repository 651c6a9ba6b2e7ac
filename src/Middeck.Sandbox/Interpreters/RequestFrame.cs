using System.Buffers.Binary;
using System.Text.Json;

namespace Middeck.Sandbox.Interpreters;

/// <summary>
/// What an interpreter is sent: four bytes of length, highest first, and <c>{"token": …, "limit": …, "code": …, "inputs": {…}}</c>.
/// </summary>
internal static class RequestFrame
{
    public static ReadOnlyMemory<byte> Of(CodeRequest request, string token, SandboxLimits limits)
    {
        using var stream = new MemoryStream();
        stream.Write([0, 0, 0, 0]);
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("token", token);
            writer.WriteNumber("limit", limits.OutputBytes);
            writer.WriteString("code", request.Code);
            writer.WritePropertyName("inputs");
            request.Inputs.WriteTo(writer);
            writer.WriteEndObject();
        }

        BinaryPrimitives.WriteInt32BigEndian(stream.GetBuffer(), (int)stream.Length - 4);
        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }
}
