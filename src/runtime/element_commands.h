// The commands that are no widgets and no cache decorators: elements, layout, query parameters,
// page configuration and control. Each does what its namesake of Streamlit 1.18.1 does, its order
// of checks included; errors as CommandFunction says.
#ifndef STREPLAY_RUNTIME_ELEMENT_COMMANDS_H_
#define STREPLAY_RUNTIME_ELEMENT_COMMANDS_H_

#include "runtime/command_call.h"

namespace streplay {

// element_alert.cc
script::Value ErrorAlert(CommandCall& call);
script::Value WarningAlert(CommandCall& call);
script::Value InfoAlert(CommandCall& call);
script::Value SuccessAlert(CommandCall& call);

// element_text.cc
script::Value Markdown(CommandCall& call);
script::Value Caption(CommandCall& call);
script::Value Code(CommandCall& call);
script::Value Latex(CommandCall& call);
script::Value Title(CommandCall& call);
script::Value Header(CommandCall& call);
script::Value Subheader(CommandCall& call);
script::Value Text(CommandCall& call);

// element_metric.cc
script::Value Metric(CommandCall& call);

// element_status.cc
script::Value Progress(CommandCall& call);
script::Value Balloons(CommandCall& call);
script::Value Snow(CommandCall& call);
script::Value Empty(CommandCall& call);

// element_write.cc, element_json.cc, element_help.cc, element_exception.cc
script::Value Write(CommandCall& call);
script::Value Json(CommandCall& call);
script::Value Help(CommandCall& call);
script::Value Exception(CommandCall& call);

// element_spinner.cc, element_echo.cc: return context managers
script::Value MakeSpinner(CommandCall& call);
script::Value Echo(CommandCall& call);

// element_layout.cc
script::Value Container(CommandCall& call);
script::Value Columns(CommandCall& call);
script::Value Tabs(CommandCall& call);
script::Value Expander(CommandCall& call);

// element_frame.cc
script::Value DataFrame(CommandCall& call);
script::Value Table(CommandCall& call);
script::Value AddRows(CommandCall& call);

// element_series_chart.cc: line_chart, area_chart, bar_chart
script::Value SeriesChart(CommandCall& call);

// element_chart.cc, element_vega_lite.cc, element_plotly.cc, element_map.cc
script::Value AltairChart(CommandCall& call);
script::Value BokehChart(CommandCall& call);
script::Value GraphvizChart(CommandCall& call);
script::Value PydeckChart(CommandCall& call);
script::Value VegaLiteChart(CommandCall& call);
script::Value PlotlyChart(CommandCall& call);
script::Value Map(CommandCall& call);

// element_image.cc
script::Value Image(CommandCall& call);
script::Value Pyplot(CommandCall& call);

// element_media.cc
script::Value Audio(CommandCall& call);
script::Value Video(CommandCall& call);
script::Value ComponentHtml(CommandCall& call);
script::Value ComponentIframe(CommandCall& call);

// query_params.cc
script::Value GetQueryParams(CommandCall& call);
script::Value SetQueryParams(CommandCall& call);

// control.cc
script::Value Stop(CommandCall& call);
script::Value Rerun(CommandCall& call);

// page_config.cc
script::Value SetPageConfig(CommandCall& call);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_ELEMENT_COMMANDS_H_
