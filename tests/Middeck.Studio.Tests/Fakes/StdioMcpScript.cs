namespace Middeck.Studio.Tests.Fakes;

/// <summary>An MCP server in Python that talks over its standard streams, one message a line.</summary>
internal static class StdioMcpScript
{
    /// <summary>Its tools: <c>about</c> tells its process, calls and variables, <c>die</c> ends it, <c>net</c> names the interfaces it sees, <c>hang</c> is never answered.</summary>
    public const string Code =
        """
        import json, os, socket, sys
        calls = 0
        def answer(id, result): print(json.dumps({"jsonrpc": "2.0", "id": id, "result": result}), flush=True)
        def tool(name): return {"name": name, "description": name, "inputSchema": {"type": "object"}, "annotations": {"readOnlyHint": True}}
        for line in sys.stdin:
            message = json.loads(line)
            method, id = message.get("method"), message.get("id")
            if method == "initialize":
                answer(id, {"protocolVersion": "2025-06-18", "capabilities": {"tools": {}}, "serverInfo": {"name": "Desk", "version": "1"}})
            elif method == "tools/list":
                answer(id, {"tools": [tool("about"), tool("die"), tool("net"), tool("hang")]})
            elif method == "tools/call":
                name = message["params"]["name"]
                if name == "die":
                    sys.stderr.write("The disk is full."); sys.stderr.flush(); os._exit(3)
                if name == "hang": continue
                calls += 1
                about = {"calls": calls, "token": os.environ.get("TOKEN"), "home": os.path.exists("/root")}
                text = json.dumps(about if name == "about" else sorted(name for _, name in socket.if_nameindex()))
                answer(id, {"content": [{"type": "text", "text": text}]})
            elif id is not None:
                print(json.dumps({"jsonrpc": "2.0", "id": id, "error": {"code": -32601, "message": "unknown"}}), flush=True)
        """;
}
