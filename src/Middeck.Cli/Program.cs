using Middeck.Cli;

return await MiddeckCommand.RunAsync(args, CommandContext.OfProcess());
