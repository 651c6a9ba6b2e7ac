using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Jobs;
using Middeck.Studio.Evaluation.Bars;
using Middeck.Studio.Evaluation.Judges;
using Middeck.Studio.Evaluation.Runs;
using Middeck.Studio.Evaluation.Sets;

namespace Middeck.Studio.Evaluation;

internal static class EvaluationRegistration
{
    public static void AddEvaluation(this IServiceCollection services)
    {
        services.AddSingleton<IAnswerJudge, RuleJudge>();
        services.AddSingleton<IAnswerJudge, SimilarityJudge>();
        services.AddSingleton<IAnswerJudge, ModelJudge>();
        services.AddSingleton<Verdicts>();
        services.AddSingleton<TestSetStore>();
        services.AddSingleton<AppTestCaseStore>();
        services.AddScoped<TestSetService>();
        services.AddSingleton<EvaluationStore>();
        services.AddSingleton<CaseResultStore>();
        services.AddSingleton<EvaluationRemoval>();
        services.AddSingleton<EvaluationEstimator>();
        services.AddSingleton<CaseRunner>();
        services.AddScoped<AppEvaluationService>();
        services.AddJobHandler<EvaluateAppJob>(EvaluateAppJob.Kind);
        services.AddSingleton<PublishBarStore>();
        services.AddSingleton<PublishGate>();
        services.AddScoped<PublishBarService>();
    }

    public static void MapEvaluation(this IEndpointRouteBuilder routes)
    {
        routes.MapTestSetEndpoints();
        routes.MapAppEvaluationEndpoints();
        routes.MapPublishBarEndpoints();
    }
}
