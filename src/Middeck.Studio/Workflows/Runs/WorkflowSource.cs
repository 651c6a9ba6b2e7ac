namespace Middeck.Studio.Workflows.Runs;

/// <summary>What started a run.</summary>
internal enum WorkflowSource
{
    /// <summary>A page of the console.</summary>
    Console,

    /// <summary>A program with the app's key.</summary>
    Api,

    /// <summary>A case of a test set.</summary>
    Evaluation,

    /// <summary>A visitor of the app's public page.</summary>
    Site,

    /// <summary>A schedule of the app's.</summary>
    Schedule,

    /// <summary>A call of the app's address for webhooks.</summary>
    Webhook,

    /// <summary>Another app that uses this one as a tool.</summary>
    Tool,

    /// <summary>A client that speaks MCP.</summary>
    Mcp,
}
