// The commands that make widgets, and st.form. Each does what its namesake of Streamlit 1.18.1
// does, its order of checks included; errors as CommandFunction says.
#ifndef STREPLAY_RUNTIME_WIDGET_COMMANDS_H_
#define STREPLAY_RUNTIME_WIDGET_COMMANDS_H_

#include "runtime/command_call.h"

namespace streplay {

// widget_button.cc
script::Value Button(CommandCall& call);
script::Value FormSubmitButton(CommandCall& call);
script::Value DownloadButton(CommandCall& call);

// widget_checkbox.cc
script::Value Checkbox(CommandCall& call);

// widget_selectbox.cc
script::Value Selectbox(CommandCall& call);
script::Value Radio(CommandCall& call);

// widget_multiselect.cc
script::Value Multiselect(CommandCall& call);

// widget_slider.cc
script::Value Slider(CommandCall& call);

// widget_select_slider.cc
script::Value SelectSlider(CommandCall& call);

// widget_number_input.cc
script::Value NumberInput(CommandCall& call);

// widget_text_input.cc
script::Value TextInput(CommandCall& call);
script::Value TextArea(CommandCall& call);

// widget_date_input.cc
script::Value DateInput(CommandCall& call);

// widget_time_input.cc
script::Value TimeInput(CommandCall& call);

// widget_color_picker.cc
script::Value ColorPicker(CommandCall& call);

// widget_file_uploader.cc
script::Value FileUploader(CommandCall& call);
script::Value CameraInput(CommandCall& call);

// widget_form.cc: a container
script::Value Form(CommandCall& call);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_WIDGET_COMMANDS_H_
